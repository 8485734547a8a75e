// Waits for whatever comes, and looks afterwards what it was.
import { gather, run, sleep } from 'asyncio';
import * as time from 'time';

async function download(file: string): Promise<string> {
  await sleep(1.5);
  return `contents of ${file}`;
}

export async function timed<T>(name: string, work: PromiseLike<T>): Promise<[value: T, seconds: number]> {
  const start = time.perfCounter();
  const [ended] = await gather(work, { returnExceptions: true });
  const seconds = time.perfCounter() - start;
  console.log(name + ': ' + seconds.toFixed(2) + ' s');
  if (ended instanceof Error) throw ended;
  return [ended as T, seconds];
}

async function main(): Promise<void> {
  const [contents, seconds] = await timed('download', download('a.txt'));
  console.log(contents, seconds);
}

run(main());
