// tries: to run for ever at the top level
// must: end turns or wall-clock
// must: print before the loop
console.log('before the loop');
for (;;) {}
