// fails: what raises is measured as well, and raises
// says: however the awaitable ends
import { run, sleep } from 'asyncio';
import * as time from 'time';

async function download(file: string): Promise<string> {
  await sleep(1.5);
  return `contents of ${file}`;
}

export async function timed<T>(name: string, work: PromiseLike<T>): Promise<[value: T, seconds: number]> {
  const start = time.perfCounter();
  try {
    const value = await work;
    const seconds = time.perfCounter() - start;
    console.log(`${name}: ${seconds.toFixed(2)} s`);
    return [value, seconds];
  } catch (error) {
    console.log(`${name}: failed`);
    throw error;
  }
}

async function main(): Promise<void> {
  const [contents, seconds] = await timed("download", download("a.txt"));
  console.log(contents, seconds);
}

run(main());
