// The save is waited for in two steps, each of which lets the others go on.
import { gather, run, sleep } from 'asyncio';

async function download(file: string): Promise<void> {
  console.log(`asking for ${file}`);
  await sleep(1);
  console.log(`received ${file}`);
}

async function save(): Promise<void> {
  console.log('saving');
  for (let second = 0; second < 2; second += 1) await sleep(1);
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
