// The numbers come from an async generator, which lets go between two of them.
import { gather, run, sleep } from 'asyncio';

async function* numbers(from: number): AsyncGenerator<number> {
  for (let n = from; n >= 1; n -= 1) {
    yield n;
    await sleep(0);
  }
}

export async function countdown(name: string, from: number): Promise<void> {
  for await (const n of numbers(from)) console.log(`${name} ${n}`);
}

export async function main(): Promise<void> {
  await gather(countdown('a', 3), countdown('b', 3), countdown('c', 3));
}

run(main());
