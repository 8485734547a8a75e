// gather makes the tasks and waits for them.
import { gather, run, sleep } from 'asyncio';

async function backUp(folder: string, seconds: number): Promise<void> {
  console.log(`${folder}: begins`);
  await sleep(seconds);
  console.log(`${folder}: done`);
}

export async function main(folders: [folder: string, seconds: number][]): Promise<void> {
  await gather(...folders.map(([folder, seconds]) => backUp(folder, seconds)));
  console.log('all are done');
}

run(
  main([
    ['photos', 3],
    ['letters', 1],
    ['music', 2],
  ]),
);
