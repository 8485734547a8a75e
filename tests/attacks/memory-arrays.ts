// tries: to fill the memory with arrays
// must: end memory or wall-clock
/* eslint-disable -- hostile on purpose */
// @ts-nocheck
const all: unknown[] = [];
for (;;) all.push(Array.from({ length: 1e5 }, () => ({})));
