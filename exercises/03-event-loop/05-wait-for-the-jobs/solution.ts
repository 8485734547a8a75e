import { createTask, run, sleep } from 'asyncio';

async function backUp(folder: string, seconds: number): Promise<void> {
  console.log(`${folder}: begins`);
  await sleep(seconds);
  console.log(`${folder}: done`);
}

export async function main(folders: [folder: string, seconds: number][]): Promise<void> {
  const tasks = folders.map(([folder, seconds]) => createTask(backUp(folder, seconds)));
  for (const task of tasks) await task;
  console.log('all are done');
}

run(
  main([
    ['photos', 3],
    ['letters', 1],
    ['music', 2],
  ]),
);
