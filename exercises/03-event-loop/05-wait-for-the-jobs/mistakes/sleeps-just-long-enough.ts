// fails: every backup comes to its end
// fails: the whole takes as long as the longest backup
// fails: the last line comes when everything is done
// fails: without a folder it is over at once
// says: was cancelled at 3 s
import { createTask, run, sleep } from 'asyncio';

async function backUp(folder: string, seconds: number): Promise<void> {
  console.log(`${folder}: begins`);
  await sleep(seconds);
  console.log(`${folder}: done`);
}

export async function main(folders: [folder: string, seconds: number][]): Promise<void> {
  for (const [folder, seconds] of folders) createTask(backUp(folder, seconds));
  await sleep(3);
  console.log('all are done');
}

run(
  main([
    ['photos', 3],
    ['letters', 1],
    ['music', 2],
  ]),
);
