// A task of its own, whose callback reads the clock.
import { ensureFuture, run, sleep } from 'asyncio';
import * as time from 'time';

async function download(file: string): Promise<string> {
  await sleep(1.5);
  return `contents of ${file}`;
}

export function timed<T>(name: string, work: Promise<T>): Promise<[value: T, seconds: number]> {
  return stopwatch(name, work);
}

async function stopwatch<T>(name: string, work: Promise<T>): Promise<[value: T, seconds: number]> {
  const start = time.perfCounter();
  let seconds = 0;
  const task = ensureFuture(work);
  task.addDoneCallback(() => {
    seconds = time.perfCounter() - start;
    console.log(`${name}: ${seconds.toFixed(2)} s`);
  });
  const value = await task;
  return [value, seconds];
}

async function main(): Promise<void> {
  const [contents, seconds] = await timed('download', download('a.txt'));
  console.log(contents, seconds);
}

run(main());
