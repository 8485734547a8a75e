// fails: a counter by itself counts from its number down to 1
// fails: counters take turns, one line each
// fails: counters of different lengths take turns while both still count
// fails: main prints the nine lines of the three counters in turn
// says: It printed: solo 4, solo 3, solo 2, solo 1, solo 0.
import { gather, run, sleep } from 'asyncio';

export async function countdown(name: string, from: number): Promise<void> {
  for (let n = from; n >= 0; n -= 1) {
    console.log(`${name} ${n}`);
    await sleep(0);
  }
}

export async function main(): Promise<void> {
  await gather(countdown('a', 3), countdown('b', 3), countdown('c', 3));
}

run(main());
