// fails: measurements at the same time do not disturb each other
// says: one place for the start
import { run, sleep } from 'asyncio';
import * as time from 'time';

async function download(file: string): Promise<string> {
  await sleep(1.5);
  return `contents of ${file}`;
}

let start = 0;

export async function timed<T>(name: string, work: PromiseLike<T>): Promise<[value: T, seconds: number]> {
  start = time.perfCounter();
  try {
    const value = await work;
    return [value, time.perfCounter() - start];
  } finally {
    console.log(`${name}: ${(time.perfCounter() - start).toFixed(2)} s`);
  }
}

async function main(): Promise<void> {
  const [contents, seconds] = await timed("download", download("a.txt"));
  console.log(contents, seconds);
}

run(main());
