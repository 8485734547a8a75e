// tries: to print for ever
// must: end output
// must: print line 0
for (let i = 0; ; i += 1) console.log('line', i);
