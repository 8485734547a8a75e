// tries: to fill the memory outside of the heap, with typed arrays that are written to
// must: end memory or wall-clock or raised RangeError
const all: Uint8Array[] = [];
for (;;) all.push(new Uint8Array(16e6).fill(1));
