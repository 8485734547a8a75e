// fails: it returns the value and the seconds
// fails: it prints one line with the name and the seconds
// fails: what raises is measured as well, and raises
// fails: a measurement inside another is right, too
// fails: measurements at the same time do not disturb each other
// says: had not run yet
import { run, sleep } from 'asyncio';
import * as time from 'time';

async function download(file: string): Promise<string> {
  await sleep(1.5);
  return `contents of ${file}`;
}

export async function timed<T>(name: string, work: PromiseLike<T>): Promise<[value: T, seconds: number]> {
  const start = time.perfCounter();
  const running = work;
  const seconds = time.perfCounter() - start;
  console.log(`${name}: ${seconds.toFixed(2)} s`);
  return [await running, seconds];
}

async function main(): Promise<void> {
  const [contents, seconds] = await timed("download", download("a.txt"));
  console.log(contents, seconds);
}

run(main());
