import { createTask, getRunningLoop, run, sleep, ValueError } from 'asyncio';

async function child(word: string) {
  await sleep(1);
  throw new ValueError(word);
}

async function main() {
  child('forgotten');
  const lost = createTask(child('lost'));
  await sleep(2);
  const future = getRunningLoop().createFuture();
  console.log('waits for ever');
  await future;
}

run(main());
