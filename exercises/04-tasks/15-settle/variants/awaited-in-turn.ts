// Tasks are made first, and then awaited one by one, each in a try.
import { createTask, run, sleep, ValueError } from 'asyncio';

export interface Settled<T> {
  readonly values: T[];
  readonly errors: string[];
}

/** What came of all works: the results of those that ended well, and the names of the errors of the others, each in the order of the works. */
export async function settle<T>(works: Promise<T>[]): Promise<Settled<T>> {
  const tasks = works.map((work) => createTask(work));
  const values: T[] = [];
  const errors: string[] = [];
  for (const task of tasks) {
    try {
      values.push(await task);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      errors.push(error.name);
    }
  }
  return { values, errors };
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
