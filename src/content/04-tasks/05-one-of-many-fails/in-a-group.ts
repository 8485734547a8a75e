import { asyncWith, CancelledError, ExceptionGroup, run, sleep, TaskGroup, ValueError } from 'asyncio';

async function fetch(page: string, seconds: number) {
  try {
    await sleep(seconds);
    if (page === 'lost') throw new ValueError('no such page');
    console.log(page, 'has come');
  } catch (error) {
    if (error instanceof CancelledError) console.log(page, 'is cancelled');
    throw error;
  }
}

async function main() {
  try {
    await asyncWith(new TaskGroup(), async (group) => {
      for (const [page, seconds] of [
        ['long', 3],
        ['lost', 1],
        ['short', 0.5],
      ] as [string, number][]) {
        group.createTask(fetch(page, seconds));
      }
    });
  } catch (error) {
    if (error instanceof ExceptionGroup) console.log('the group raises:', error.exceptions);
  }
}

run(main());
