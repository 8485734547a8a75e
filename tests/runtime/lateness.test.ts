/** Sleeps that are late by chance: at least as long as asked, less than twice as long, the same for the same seed. */
import { expect, test } from 'vitest';
import { asyncio, beginWorld, now, type beginWorld as Begin } from '../../src/runtime/index.ts';

type Options = Parameters<typeof Begin>[0];

/** How long twenty sleeps of 2 s take, one after the other. */
function sleeps(options: Options): number[] {
  beginWorld(options);
  return Array.from({ length: 20 }, () => {
    const began = now();
    asyncio.run(asyncio.sleep(2));
    return now() - began;
  });
}

test('a sleep takes at least its time and less than twice as long', () => {
  const taken = [1, 2, 3].flatMap((seed) => sleeps({ seed, lateTimers: true }));
  for (const seconds of taken) {
    expect(seconds).toBeGreaterThanOrEqual(2 - 1e-9);
    expect(seconds).toBeLessThan(4);
  }
  expect(Math.max(...taken) - Math.min(...taken)).toBeGreaterThan(1.5);
  expect(new Set(taken).size).toBeGreaterThan(50);
});

test('the same seed gives the same lateness, another one another', () => {
  expect(sleeps({ seed: 7, lateTimers: true })).toEqual(sleeps({ seed: 7, lateTimers: true }));
  expect(sleeps({ seed: 7, lateTimers: true })).not.toEqual(sleeps({ seed: 8, lateTimers: true }));
});

test('a world without late timers is exact, whatever its seed', () => {
  beginWorld({ seed: 7 });
  asyncio.run(asyncio.sleep(2));
  expect(now()).toBe(2);
});

test('`sleep(0)` is never late', () => {
  beginWorld({ seed: 7, lateTimers: true });
  asyncio.run(asyncio.sleep(0));
  expect(now()).toBe(0);
});
