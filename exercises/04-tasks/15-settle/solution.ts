import { createTask, gather, run, sleep, ValueError, type Task } from 'asyncio';

export interface Settled<T> {
  readonly values: T[];
  readonly errors: string[];
}

/** What came of all works: the results of those that ended well, and the names of the errors of the others, each in the order of the works. */
function errorOf(task: Task<unknown>): string | undefined {
  if (task.cancelled()) return 'CancelledError';
  const error = task.exception();
  return error instanceof Error ? error.name : undefined;
}

export async function settle<T>(works: Promise<T>[]): Promise<Settled<T>> {
  const tasks = works.map((work) => createTask(work));
  await gather(...tasks, { returnExceptions: true });
  return {
    values: tasks.filter((task) => errorOf(task) === undefined).map((task) => task.result()),
    errors: tasks.flatMap((task) => errorOf(task) ?? []),
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
