// Whoever fails first cancels the others itself.
import { createTask, gather, run, sleep, type Task } from 'asyncio';

/** The results of all works, in order. When one fails, the others are cancelled and waited for, and the error comes out. */
export async function allOrNothing<T>(works: Promise<T>[]): Promise<T[]> {
  const tasks: Task<T>[] = [];
  let first: { readonly error: unknown } | undefined;
  const watched = async (work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      if (first === undefined) {
        first = { error };
        for (const task of tasks) task.cancel();
      }
      throw error;
    }
  };
  for (const work of works) tasks.push(createTask(watched(work)));
  try {
    await gather(...tasks);
  } catch (error) {
    if (first === undefined) for (const task of tasks) task.cancel();
    await gather(...tasks, { returnExceptions: true });
    throw first === undefined ? error : first.error;
  }
  return tasks.map((task) => task.result());
}

async function part(name: string, seconds: number): Promise<string> {
  try {
    await sleep(seconds);
    if (name === 'wheels') throw new Error('no wheels');
    return name;
  } finally {
    console.log(`${name} has cleared up`);
  }
}

async function main(): Promise<void> {
  try {
    console.log(await allOrNothing([part('frame', 3), part('wheels', 1), part('bell', 2)]));
  } catch (error) {
    console.log('no bicycle:', error);
  }
}

run(main());
