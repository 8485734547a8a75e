// tries: to fill the memory with tasks, made in one step
// must: end tasks or memory or wall-clock
import { createTask, run, sleep } from 'asyncio';

async function main() {
  for (;;) createTask(sleep(1));
}

run(main());
