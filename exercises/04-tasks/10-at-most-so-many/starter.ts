import { gather, run, sleep } from 'asyncio';

/** Runs all jobs, at most `most` at the same time, in the order of the list; their results in that order. */
export async function runAtMost<T>(most: number, jobs: (() => Promise<T>)[]): Promise<T[]> {
  // TODO: no more than `most` at the same time
  return await gather(...jobs.map((job) => job()));
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
