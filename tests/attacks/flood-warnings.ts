// tries: to fill the record with warnings
// must: end finished
// @ts-nocheck
/* eslint-disable */
async function nobody() {}
for (let i = 0; i < 50_000; i += 1) nobody();
