/** An order that is the same in every build and not the right one. */

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `lines` in another order: one that reads differently. They must not all be the same. */
export function shuffled(lines: readonly string[]): string[] {
  if (new Set(lines).size < 2) throw new Error('lines that are all the same have one order only');
  for (let seed = lines.length; ; seed += 1) {
    const next = numbers(seed);
    const drawn = lines.map((line) => ({ line, by: next() })).sort((a, b) => a.by - b.by);
    if (drawn.some(({ line }, index) => line !== lines[index])) return drawn.map(({ line }) => line);
  }
}
