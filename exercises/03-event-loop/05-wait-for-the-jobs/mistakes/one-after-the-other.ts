// fails: the whole takes as long as the longest backup
// says: each began only when the one before it was over
import { createTask, run, sleep } from 'asyncio';

async function backUp(folder: string, seconds: number): Promise<void> {
  console.log(`${folder}: begins`);
  await sleep(seconds);
  console.log(`${folder}: done`);
}

export async function main(folders: [folder: string, seconds: number][]): Promise<void> {
  for (const [folder, seconds] of folders) await createTask(backUp(folder, seconds));
  console.log('all are done');
}

run(
  main([
    ['photos', 3],
    ['letters', 1],
    ['music', 2],
  ]),
);
