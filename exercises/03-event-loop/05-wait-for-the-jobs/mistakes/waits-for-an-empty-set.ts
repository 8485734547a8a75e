// fails: without a folder it is over at once
// says: Set of Tasks/Futures is empty
import { createTask, run, sleep, wait } from 'asyncio';

async function backUp(folder: string, seconds: number): Promise<void> {
  console.log(`${folder}: begins`);
  await sleep(seconds);
  console.log(`${folder}: done`);
}

export async function main(folders: [folder: string, seconds: number][]): Promise<void> {
  await wait(folders.map(([folder, seconds]) => createTask(backUp(folder, seconds))));
  console.log('all are done');
}

run(
  main([
    ['photos', 3],
    ['letters', 1],
    ['music', 2],
  ]),
);
