// fails: results and errors are kept apart, in order
// fails: nothing is lost when something fails early
// fails: a cancelled work is an error
// says: this came of it
import { createTask, gather, run, sleep, ValueError } from 'asyncio';

export interface Settled<T> {
  readonly values: T[];
  readonly errors: string[];
}

/** What came of all works: the results of those that ended well, and the names of the errors of the others, each in the order of the works. */
export async function settle<T>(works: Promise<T>[]): Promise<Settled<T>> {
  const tasks = works.map((work) => createTask(work));
  const all = await gather(...tasks, { returnExceptions: true });
  return {
    values: tasks.filter((task) => !task.cancelled() && task.exception() === undefined).map((task) => task.result()),
    errors: all.flatMap((each, at) => (each instanceof Error && (tasks[at]?.cancelled() === true || tasks[at]?.exception() !== undefined) ? [each.message] : [])),
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
