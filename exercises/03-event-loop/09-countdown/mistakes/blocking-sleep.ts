// fails: counters take turns, one line each
// fails: counters of different lengths take turns while both still count
// fails: no time passes while they count
// fails: main prints the nine lines of the three counters in turn
// says: A wait that blocks lets time pass
// says: 2 s passed
import { gather, run } from 'asyncio';
import * as time from 'time';

export async function countdown(name: string, from: number): Promise<void> {
  for (let n = from; n >= 1; n -= 1) {
    console.log(`${name} ${n}`);
    time.sleep(0.5);
  }
}

export async function main(): Promise<void> {
  await gather(countdown('a', 3), countdown('b', 3), countdown('c', 3));
}

run(main());
