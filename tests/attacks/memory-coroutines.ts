// tries: to fill the memory with coroutines that nobody awaits
// must: end memory or turns or wall-clock
/* eslint-disable -- hostile on purpose */
// @ts-nocheck
async function nobody() {}
for (;;) nobody();
