// tries: to print a million lines with one call
// must: end output
/* eslint-disable -- hostile on purpose */
// @ts-nocheck
console.log('\n'.repeat(1e6));
