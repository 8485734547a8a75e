// fails: it returns the value and the seconds
// fails: a measurement inside another is right, too
// fails: measurements at the same time do not disturb each other
// says: a pair
import { run, sleep } from 'asyncio';
import * as time from 'time';

async function download(file: string): Promise<string> {
  await sleep(1.5);
  return `contents of ${file}`;
}

export async function timed(name: string, work: PromiseLike<unknown>): Promise<[unknown, number]> {
  const start = time.perfCounter();
  try {
    return (await work) as [unknown, number];
  } finally {
    console.log(`${name}: ${(time.perfCounter() - start).toFixed(2)} s`);
  }
}

async function main(): Promise<void> {
  const [contents, seconds] = await timed("download", download("a.txt"));
  console.log(contents, seconds);
}

run(main());
