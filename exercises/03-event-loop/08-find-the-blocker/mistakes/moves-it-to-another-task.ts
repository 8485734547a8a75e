// fails: the four together take 2 seconds
// fails: nothing blocks the loop
// fails: the clock ticks every half second
// says: blocked the loop for 2 s
// says: a task of its own
import { createTask, gather, run, sleep } from 'asyncio';
import * as time from 'time';

async function download(file: string): Promise<void> {
  console.log(`asking for ${file}`);
  await sleep(1);
  console.log(`received ${file}`);
}

async function write(): Promise<void> {
  time.sleep(2);
}

async function save(): Promise<void> {
  console.log('saving');
  await createTask(write(), { name: 'writer' });
  console.log('saved');
}

async function clock(): Promise<void> {
  for (let tick = 1; tick <= 4; tick += 1) {
    await sleep(0.5);
    console.log(`tick ${tick}`);
  }
}

export async function main(): Promise<void> {
  await gather(download('a.txt'), download('b.txt'), save(), clock());
}

run(main());
