// Whoever ends begins the next one: a chain of calls in each lane.
import { gather, run, sleep } from 'asyncio';

/** Runs all jobs, at most `most` at the same time, in the order of the list; their results in that order. */
export async function runAtMost<T>(most: number, jobs: (() => Promise<T>)[]): Promise<T[]> {
  const waiting = jobs.map((job, at) => ({ job, at }));
  const results: T[] = [];
  async function goOn(): Promise<void> {
    const first = waiting.shift();
    if (first === undefined) return;
    results[first.at] = await first.job();
    await goOn();
  }
  await gather(...Array.from({ length: most }, goOn));
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
