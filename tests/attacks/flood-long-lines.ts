// tries: to print lines of a million characters
// must: end output
// must: say (cut: 1000000 characters)
for (;;) console.log('x'.repeat(1e6));
