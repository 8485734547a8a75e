// tries: to fill the memory with coroutines that nobody awaits
// must: end memory or turns or wall-clock
async function nobody() {}
for (;;) nobody();
