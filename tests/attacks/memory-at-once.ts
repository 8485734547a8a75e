// tries: to ask for more memory than there is, at once
// must: end raised RangeError
// @ts-nocheck
/* eslint-disable */
new ArrayBuffer(2 ** 50);
