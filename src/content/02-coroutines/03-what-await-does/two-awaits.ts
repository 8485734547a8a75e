import { createTask, run, sleep } from 'asyncio';

async function other() {
  console.log('the other task');
}

async function nothing() {}

async function main() {
  const task = createTask(other());
  console.log('main begins');
  await nothing();
  console.log('main after nothing()');
  await sleep(0);
  console.log('main after sleep(0)');
}

run(main());
