// fails: a counter by itself counts from its number down to 1
// fails: counters take turns, one line each
// fails: counters of different lengths take turns while both still count
// says: It printed: nothing.
import { gather, run, sleep } from 'asyncio';

export async function countdown(name: string, from: number): Promise<void> {
  await sleep(0);
}

export async function main(): Promise<void> {
  for (const n of [3, 2, 1]) {
    for (const name of ['a', 'b', 'c']) console.log(`${name} ${n}`);
  }
  await gather(countdown('a', 3));
}

run(main());
