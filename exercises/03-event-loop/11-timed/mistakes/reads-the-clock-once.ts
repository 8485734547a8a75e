// fails: it returns the value and the seconds
// fails: it prints one line with the name and the seconds
// fails: what raises is measured as well, and raises
// fails: measurements at the same time do not disturb each other
// says: since that clock began
import { run, sleep } from 'asyncio';
import * as time from 'time';

async function download(file: string): Promise<string> {
  await sleep(1.5);
  return `contents of ${file}`;
}

export async function timed<T>(name: string, work: PromiseLike<T>): Promise<[value: T, seconds: number]> {
  try {
    const value = await work;
    return [value, time.perfCounter()];
  } finally {
    console.log(`${name}: ${time.perfCounter().toFixed(2)} s`);
  }
}

async function main(): Promise<void> {
  const [contents, seconds] = await timed("download", download("a.txt"));
  console.log(contents, seconds);
}

run(main());
