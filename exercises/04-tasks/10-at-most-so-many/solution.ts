import { gather, run, sleep } from 'asyncio';

/** Runs all jobs, at most `most` at the same time, in the order of the list; their results in that order. */
export async function runAtMost<T>(most: number, jobs: (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < jobs.length) {
      const at = next;
      next += 1;
      const job = jobs[at];
      if (job !== undefined) results[at] = await job();
    }
  };

  await gather(...Array.from({ length: most }, () => lane()));
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
