import { createTask, run, sleep } from 'asyncio';

async function backUp(folder: string, seconds: number): Promise<void> {
  console.log(`${folder}: begins`);
  await sleep(seconds);
  console.log(`${folder}: done`);
}

export async function main(folders: [folder: string, seconds: number][]): Promise<void> {
  for (const [folder, seconds] of folders) createTask(backUp(folder, seconds));
  // TODO: wait until every backup is done
  console.log('all are done');
}

run(
  main([
    ['photos', 3],
    ['letters', 1],
    ['music', 2],
  ]),
);
