// tries: to make tasks for ever, each of which makes the next
// must: end tasks or loop-steps
import { createTask, run, sleep } from 'asyncio';

async function spawn(): Promise<void> {
  createTask(spawn());
  createTask(spawn());
}

async function main() {
  createTask(spawn());
  await sleep(1e9);
}

run(main());
