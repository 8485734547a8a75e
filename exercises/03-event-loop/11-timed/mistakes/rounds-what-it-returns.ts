// fails: it returns the value and the seconds
// says: 0.125
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
    return [value, Number((time.perfCounter() - start).toFixed(2))];
  } finally {
    console.log(`${name}: ${(time.perfCounter() - start).toFixed(2)} s`);
  }
}

async function main(): Promise<void> {
  const [contents, seconds] = await timed("download", download("a.txt"));
  console.log(contents, seconds);
}

run(main());
