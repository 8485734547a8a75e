// tries: to keep the engine busy with numbers of millions of digits
// must: end wall-clock or memory or raised RangeError
/* eslint-disable -- hostile on purpose */
// @ts-nocheck
let n = 3n;
for (;;) n *= n;
