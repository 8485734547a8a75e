// The lanes share one iterator over the jobs.
import { gather, run, sleep } from 'asyncio';

/** Runs all jobs, at most `most` at the same time, in the order of the list; their results in that order. */
export async function runAtMost<T>(most: number, jobs: (() => Promise<T>)[]): Promise<T[]> {
  const results = new Array<T>(jobs.length);
  const rest = jobs.entries();
  async function lane(): Promise<void> {
    for (const [at, job] of rest) results[at] = await job();
  }
  const lanes: Promise<void>[] = [];
  for (let n = 0; n < Math.min(most, jobs.length); n += 1) lanes.push(lane());
  await gather(...lanes);
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
