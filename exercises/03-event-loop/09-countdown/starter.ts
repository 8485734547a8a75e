import { gather, run, sleep } from 'asyncio';

export async function countdown(name: string, from: number): Promise<void> {
  // TODO: print one line for each number, and let the others have a turn after each
}

export async function main(): Promise<void> {
  await gather(countdown('a', 3), countdown('b', 3), countdown('c', 3));
}

run(main());
