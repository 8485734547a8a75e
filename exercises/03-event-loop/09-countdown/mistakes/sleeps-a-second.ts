// fails: no time passes while they count
// says: 2 s passed
import { gather, run, sleep } from 'asyncio';

export async function countdown(name: string, from: number): Promise<void> {
  for (let n = from; n >= 1; n -= 1) {
    console.log(`${name} ${n}`);
    await sleep(1);
  }
}

export async function main(): Promise<void> {
  await gather(countdown('a', 3), countdown('b', 3), countdown('c', 3));
}

run(main());
