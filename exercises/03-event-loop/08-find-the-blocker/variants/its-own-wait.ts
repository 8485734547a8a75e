// The wait of the save is a task of its own, and arrow functions throughout.
import { createTask, gather, run, sleep } from 'asyncio';

async function download(file: string): Promise<void> {
  console.log(`asking for ${file}`);
  await sleep(1);
  console.log(`received ${file}`);
}

const save = async (): Promise<void> => {
  const disk = createTask(sleep(2));
  console.log('saving');
  await disk;
  console.log('saved');
};

async function clock(): Promise<void> {
  for (let tick = 1; tick <= 4; tick += 1) {
    await sleep(0.5);
    console.log(`tick ${tick}`);
  }
}

export const main = async (): Promise<void> => {
  await gather(save(), gather(download('a.txt'), download('b.txt')), clock());
};

run(main());
