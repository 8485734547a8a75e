// fails: the first error comes out, and no other
// fails: nobody is still clearing up when the error comes out
// says: CancelledError at
import { createTask, gather, run, sleep } from 'asyncio';

/** The results of all works, in order. When one fails, the others are cancelled and waited for, and the error comes out. */
export async function allOrNothing<T>(works: Promise<T>[]): Promise<T[]> {
  const tasks = works.map((work) => createTask(work));
  try {
    return await gather(...tasks);
  } catch (error) {
    for (const task of tasks) task.cancel();
    for (const task of tasks) await task;
    throw error;
  }
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
