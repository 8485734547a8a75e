// tries: to fill the memory with coroutines that nobody awaits
// must: end memory or turns or wall-clock
// @ts-nocheck
/* eslint-disable */
async function nobody() {}
for (;;) nobody();
