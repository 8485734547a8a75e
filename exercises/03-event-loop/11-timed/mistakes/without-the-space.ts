// fails: it prints one line with the name and the seconds
// fails: what raises is measured as well, and raises
// fails: a measurement inside another is right, too
// fails: measurements at the same time do not disturb each other
// says: The seconds are right.
import { run, sleep } from 'asyncio';
import * as time from 'time';

async function download(file: string): Promise<string> {
  await sleep(1.5);
  return `contents of ${file}`;
}

export async function timed<T>(name: string, work: PromiseLike<T>): Promise<[value: T, seconds: number]> {
  const start = time.perfCounter();
  try { return [await work, time.perfCounter() - start]; }
  finally { console.log(`${name}: ${(time.perfCounter() - start).toFixed(2)}s`); }
}

async function main(): Promise<void> {
  const [contents, seconds] = await timed('download', download('a.txt'));
  console.log(contents, seconds);
}

run(main());
