// tries: to fill every event of the record with a name of a million characters
// must: end finished or raised MemoryError or raised ValueError
import { createTask, run, sleep } from 'asyncio';

const name = 'n'.repeat(1e6);

async function work() {
  for (let i = 0; i < 500; i += 1) await sleep(0.001);
}

async function main() {
  const tasks = [1, 2, 3].map((n) => createTask(work(), { name: name + n }));
  for (const task of tasks) await task;
}

run(main());
