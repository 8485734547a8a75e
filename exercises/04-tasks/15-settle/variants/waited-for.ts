// wait in place of gather; then every task is asked in a try.
import { createTask, run, sleep, ValueError, wait } from 'asyncio';

export interface Settled<T> {
  readonly values: T[];
  readonly errors: string[];
}

/** What came of all works: the results of those that ended well, and the names of the errors of the others, each in the order of the works. */
export async function settle<T>(works: Promise<T>[]): Promise<Settled<T>> {
  const tasks = works.map((work) => createTask(work));
  if (tasks.length > 0) await wait(tasks);
  const settled: Settled<T> = { values: [], errors: [] };
  for (const task of tasks) {
    try {
      settled.values.push(task.result());
    } catch (error) {
      settled.errors.push(error instanceof Error ? error.name : String(error));
    }
  }
  return settled;
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
