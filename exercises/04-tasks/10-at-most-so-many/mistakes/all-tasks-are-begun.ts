// fails: no more jobs run at the same time than are allowed
// fails: a slot that is free is used at once
// says: and there were 8
import { createTask, run, sleep } from 'asyncio';

/** Runs all jobs, at most `most` at the same time, in the order of the list; their results in that order. */
export async function runAtMost<T>(most: number, jobs: (() => Promise<T>)[]): Promise<T[]> {
  const tasks = jobs.map((job) => createTask(job()));
  const results: T[] = [];
  for (let at = 0; at < tasks.length; at += most) {
    for (const task of tasks.slice(at, at + most)) results.push(await task);
  }
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
