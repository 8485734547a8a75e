// Two places that print, and the loop's own clock.
import { getRunningLoop, run, sleep } from 'asyncio';
import * as time from 'time';

async function download(file: string): Promise<string> {
  await sleep(1.5);
  return `contents of ${file}`;
}

export async function timed<T>(name: string, work: PromiseLike<T>): Promise<[value: T, seconds: number]> {
  const loop = getRunningLoop();
  const start = loop.time();
  const tell = (): number => {
    const seconds = loop.time() - start;
    console.log(`${name}: ${seconds.toFixed(2)} s`);
    return seconds;
  };
  let value: T;
  try {
    value = await work;
  } catch (error) {
    tell();
    throw error;
  }
  return [value, tell()];
}

async function main(): Promise<void> {
  const [contents, seconds] = await timed('download', download('a.txt'));
  console.log(contents, seconds);
}

run(main());
