// tries: to fill the memory with arrays
// must: end memory or wall-clock
const all: unknown[] = [];
for (;;) all.push(Array.from({ length: 1e5 }, () => ({})));
