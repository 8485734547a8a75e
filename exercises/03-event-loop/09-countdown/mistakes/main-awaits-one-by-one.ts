// fails: main prints the nine lines of the three counters in turn
// says: a ran to its end before b printed its first line
// says: ran inside one task
import { run, sleep } from 'asyncio';

export async function countdown(name: string, from: number): Promise<void> {
  for (let n = from; n >= 1; n -= 1) {
    console.log(`${name} ${n}`);
    await sleep(0);
  }
}

export async function main(): Promise<void> {
  await countdown('a', 3);
  await countdown('b', 3);
  await countdown('c', 3);
}

run(main());
