// A set of the tasks that run; when it is full, wait for the first that ends.
import { createTask, FIRST_COMPLETED, run, sleep, wait, type Task } from 'asyncio';

/** Runs all jobs, at most `most` at the same time, in the order of the list; their results in that order. */
export async function runAtMost<T>(most: number, jobs: (() => Promise<T>)[]): Promise<T[]> {
  const running = new Set<Task<T>>();
  const all: Task<T>[] = [];
  for (const job of jobs) {
    if (running.size >= most) {
      const [done] = await wait([...running], { returnWhen: FIRST_COMPLETED });
      for (const task of done) {
        running.delete(task as Task<T>);
        task.result();
      }
    }
    const task = createTask(job());
    running.add(task);
    all.push(task);
  }
  const results: T[] = [];
  for (const task of all) results.push(await task);
  return results;
}

function job(seconds: number): () => Promise<number> {
  return async () => {
    await sleep(seconds);
    console.log(`${seconds} s are over`);
    return seconds;
  };
}

async function main(): Promise<void> {
  console.log(await runAtMost(2, [3, 1, 2, 2, 2].map(job)));
}

run(main());
