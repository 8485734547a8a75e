// tries: to keep the engine busy with numbers of millions of digits
// must: end wall-clock or memory or raised RangeError
let n = 3n;
for (;;) n *= n;
