import { createTask, getRunningLoop, run, sleep } from 'asyncio';

let turns = 0;

async function spinner() {
  while (true) {
    turns += 1;
    await sleep(1);
  }
}

async function nothing() {
  return undefined;
}

async function main() {
  const loop = getRunningLoop();
  const task = createTask(spinner());

  for (let n = 0; n < 1000; n++) {
    await nothing();
  }
  console.log('1000 awaits of a coroutine that waits for nothing:', turns);

  const done = loop.createFuture<string>();
  done.setResult('there already');
  for (let n = 0; n < 1000; n++) {
    await done;
  }
  console.log('1000 awaits of a future that is done:', turns);

  await sleep(0);
  console.log('1 await of a pause:', turns);

  const pending = loop.createFuture<string>();
  loop.callLater(3.5, () => pending.setResult('here now'));
  await pending;
  console.log('1 await of a future that is pending:', turns);
}

run(main());
