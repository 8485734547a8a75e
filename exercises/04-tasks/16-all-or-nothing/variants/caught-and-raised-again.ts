// One catch for every kind of end, and a function that puts an end to the rest.
import { createTask, gather, run, sleep, type Task } from 'asyncio';

/** The results of all works, in order. When one fails, the others are cancelled and waited for, and the error comes out. */
async function stop(tasks: Task<unknown>[]): Promise<void> {
  const left = tasks.filter((task) => !task.done());
  left.forEach((task) => task.cancel());
  await gather(...left, { returnExceptions: true });
}

export async function allOrNothing<T>(works: Promise<T>[]): Promise<T[]> {
  const tasks = works.map((work) => createTask(work));
  try {
    const results = await gather(...tasks);
    return results;
  } catch (error) {
    await stop(tasks);
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
