import { createTask, run, sleep } from 'asyncio';

async function spinner() {
  while (true) {
    console.log('the spinner turns');
    await sleep(1);
  }
}

async function askServer() {
  await sleep(2.5);
  return 'the answer';
}

async function main() {
  const task = createTask(spinner());
  console.log('asking');
  const answer = await askServer();
  console.log(answer);
}

run(main());
