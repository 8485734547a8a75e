// Waits for whatever task there is besides the one that runs.
import { allTasks, createTask, currentTask, run, sleep, wait } from 'asyncio';

async function backUp(folder: string, seconds: number): Promise<void> {
  console.log(`${folder}: begins`);
  await sleep(seconds);
  console.log(`${folder}: done`);
}

export async function main(folders: [folder: string, seconds: number][]): Promise<void> {
  folders.forEach(([folder, seconds]) => void createTask(backUp(folder, seconds)));
  const others = [...allTasks()].filter((task) => task !== currentTask());
  if (others.length > 0) await wait(others);
  console.log('all are done');
}

run(
  main([
    ['photos', 3],
    ['letters', 1],
    ['music', 2],
  ]),
);
