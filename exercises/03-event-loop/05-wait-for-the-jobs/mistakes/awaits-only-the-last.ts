// fails: every backup comes to its end
// fails: the whole takes as long as the longest backup
// says: photos was cancelled
import { createTask, run, sleep, type Task } from 'asyncio';

async function backUp(folder: string, seconds: number): Promise<void> {
  console.log(`${folder}: begins`);
  await sleep(seconds);
  console.log(`${folder}: done`);
}

export async function main(folders: [folder: string, seconds: number][]): Promise<void> {
  let task: Task<void> | undefined;
  for (const [folder, seconds] of folders) task = createTask(backUp(folder, seconds));
  if (task) await task;
  console.log('all are done');
}

run(
  main([
    ['photos', 3],
    ['letters', 1],
    ['music', 2],
  ]),
);
