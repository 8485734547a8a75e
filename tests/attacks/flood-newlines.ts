// tries: to print a million lines with one call
// must: end output
// @ts-nocheck
/* eslint-disable */
console.log('\n'.repeat(1e6));
