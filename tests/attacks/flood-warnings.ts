// tries: to fill the record with warnings
// must: end finished
/* eslint-disable -- hostile on purpose */
// @ts-nocheck
async function nobody() {}
for (let i = 0; i < 50_000; i += 1) nobody();
