// tries: to ask for more memory than there is, at once
// must: end raised RangeError
/* eslint-disable -- hostile on purpose */
// @ts-nocheck
new ArrayBuffer(2 ** 50);
