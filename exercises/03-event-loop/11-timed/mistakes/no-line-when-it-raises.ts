// fails: what raises is measured as well, and raises
// says: It printed nothing
import { run, sleep } from 'asyncio';
import * as time from 'time';

async function download(file: string): Promise<string> {
  await sleep(1.5);
  return `contents of ${file}`;
}

export async function timed<T>(name: string, work: PromiseLike<T>): Promise<[value: T, seconds: number]> {
  const start = time.perfCounter();
  const value = await work;
  const seconds = time.perfCounter() - start;
  console.log(`${name}: ${seconds.toFixed(2)} s`);
  return [value, seconds];
}

async function main(): Promise<void> {
  const [contents, seconds] = await timed("download", download("a.txt"));
  console.log(contents, seconds);
}

run(main());
