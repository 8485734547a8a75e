// Second by second: who ends, and where its result is put.
import { gather, run, sleep } from 'asyncio';

async function wait(seconds: number): Promise<number> {
  await sleep(seconds);
  console.log(seconds);
  return seconds;
}

async function main(): Promise<void> {
  const answers = await gather(wait(3), wait(1), wait(2));
  console.log('results:', answers);
}

export const printed: number[] = [];
export const results: number[] = [];
export let seconds = 0;

const places = new Map([
  [3, 0],
  [1, 1],
  [2, 2],
]);
while (printed.length < places.size) {
  seconds += 1;
  const place = places.get(seconds);
  if (place === undefined) continue;
  printed.push(seconds);
  results[place] = seconds;
}

run(main());
