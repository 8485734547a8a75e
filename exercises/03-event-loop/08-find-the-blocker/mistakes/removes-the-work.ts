// fails: saving takes its 2 seconds
// says: `saving` was printed at 0 s and `saved` was printed at 0 s
import { gather, run, sleep } from 'asyncio';

async function download(file: string): Promise<void> {
  console.log(`asking for ${file}`);
  await sleep(1);
  console.log(`received ${file}`);
}

async function save(): Promise<void> {
  console.log('saving');
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
