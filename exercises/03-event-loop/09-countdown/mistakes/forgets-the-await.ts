// fails: counters take turns, one line each
// fails: counters of different lengths take turns while both still count
// fails: main prints the nine lines of the three counters in turn
// says: coroutine 'sleep' was never awaited
import { gather, run, sleep } from 'asyncio';

export async function countdown(name: string, from: number): Promise<void> {
  for (let n = from; n >= 1; n -= 1) {
    console.log(`${name} ${n}`);
    sleep(0);
  }
}

export async function main(): Promise<void> {
  await gather(countdown('a', 3), countdown('b', 3), countdown('c', 3));
}

run(main());
