// fails: a cancelled work is an error
// says: CancelledError
import { createTask, gather, run, sleep, ValueError } from 'asyncio';

export interface Settled<T> {
  readonly values: T[];
  readonly errors: string[];
}

/** What came of all works: the results of those that ended well, and the names of the errors of the others, each in the order of the works. */
export async function settle<T>(works: Promise<T>[]): Promise<Settled<T>> {
  const tasks = works.map((work) => createTask(work));
  await gather(...tasks, { returnExceptions: true });
  const failed = tasks.filter((task) => task.exception() !== undefined);
  return {
    values: tasks.filter((task) => !failed.includes(task)).map((task) => task.result()),
    errors: failed.map((task) => (task.exception() as Error).name),
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
