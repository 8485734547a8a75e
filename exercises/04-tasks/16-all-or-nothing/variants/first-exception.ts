// wait until the first fails; then cancel what is pending, and wait again.
import { createTask, FIRST_EXCEPTION, run, sleep, wait } from 'asyncio';

/** The results of all works, in order. When one fails, the others are cancelled and waited for, and the error comes out. */
export async function allOrNothing<T>(works: Promise<T>[]): Promise<T[]> {
  const tasks = works.map((work) => createTask(work));
  if (tasks.length === 0) return [];
  try {
    const [done] = await wait(tasks, { returnWhen: FIRST_EXCEPTION });
    for (const task of done) task.result();
    return tasks.map((task) => task.result());
  } finally {
    for (const task of tasks) task.cancel();
    await wait(tasks);
    for (const task of tasks) if (!task.cancelled()) task.exception();
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
