// fails: a result that is an error is a result
// says: what is returned has not failed
import { gather, run, sleep, ValueError } from 'asyncio';

export interface Settled<T> {
  readonly values: T[];
  readonly errors: string[];
}

/** What came of all works: the results of those that ended well, and the names of the errors of the others, each in the order of the works. */
export async function settle<T>(works: Promise<T>[]): Promise<Settled<T>> {
  const all: unknown[] = await gather(...works, { returnExceptions: true });
  return {
    values: all.filter((each) => !(each instanceof Error)) as T[],
    errors: all.flatMap((each) => (each instanceof Error ? [each.name] : [])),
  };
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
