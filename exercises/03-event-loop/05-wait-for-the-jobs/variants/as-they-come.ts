// Takes the tasks as they are done, and counts.
import { asCompleted, createTask, run, sleep } from 'asyncio';

async function backUp(folder: string, seconds: number): Promise<void> {
  console.log(`${folder}: begins`);
  await sleep(seconds);
  console.log(`${folder}: done`);
}

export async function main(folders: [folder: string, seconds: number][]): Promise<void> {
  const tasks = new Set(folders.map(([folder, seconds]) => createTask(backUp(folder, seconds))));
  for (const next of asCompleted([...tasks])) await next;
  console.log('all are done');
}

run(
  main([
    ['photos', 3],
    ['letters', 1],
    ['music', 2],
  ]),
);
