// A TaskGroup waits for its tasks at the end of its block.
import { TaskGroup, asyncWith, run, sleep } from 'asyncio';

async function backUp(folder: string, seconds: number): Promise<void> {
  console.log(`${folder}: begins`);
  await sleep(seconds);
  console.log(`${folder}: done`);
}

export async function main(folders: [folder: string, seconds: number][]): Promise<void> {
  await asyncWith(new TaskGroup(), async (group) => {
    for (const [folder, seconds] of folders) group.createTask(backUp(folder, seconds));
  });
  console.log('all are done');
}

run(
  main([
    ['photos', 3],
    ['letters', 1],
    ['music', 2],
  ]),
);
