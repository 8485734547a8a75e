// Each work in a coroutine that never raises, and says how it ended.
import { gather, run, sleep, ValueError } from 'asyncio';

export interface Settled<T> {
  readonly values: T[];
  readonly errors: string[];
}

/** What came of all works: the results of those that ended well, and the names of the errors of the others, each in the order of the works. */
type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly name: string };

async function outcomeOf<T>(work: Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work };
  } catch (error) {
    return { ok: false, name: (error as Error).name };
  }
}

export async function settle<T>(works: Promise<T>[]): Promise<Settled<T>> {
  const outcomes = await gather(...works.map((work) => outcomeOf(work)));
  return {
    values: outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : [])),
    errors: outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.name])),
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
