import { createTask, gather, Queue, run, sleep, ValueError } from 'asyncio';

async function worker(name: string, queue: Queue<number>) {
  while (true) {
    const seconds = await queue.get();
    await sleep(seconds);
    console.log(`${name} done ${seconds}`);
    queue.taskDone();
  }
}

async function main() {
  const queue = new Queue<number>();
  await queue.join();
  console.log('nothing to join');
  try {
    queue.taskDone();
  } catch (error) {
    if (error instanceof ValueError) console.log(`${error.message}`);
  }
  for (const seconds of [3, 1, 2, 0.5, 0]) {
    queue.putNowait(seconds);
  }
  const joined = createTask(queue.join());
  const workers = [1, 2].map((number) => createTask(worker(`w${number}`, queue), { name: `w${number}` }));
  await sleep(1);
  console.log(`${queue}`);
  await joined;
  console.log(`joined ${queue}`);
  queue.putNowait(1);
  await queue.join();
  for (const each of workers) {
    each.cancel('over');
  }
  const results = await gather(...workers, { returnExceptions: true });
  console.log(`${results.length}`);
  // Two wait for the end; one of them gives up.
  queue.putNowait(7);
  queue.putNowait(8);
  const first = createTask(queue.join());
  const second = createTask(queue.join());
  await sleep(0);
  first.cancel();
  await queue.get();
  queue.taskDone();
  await sleep(0);
  console.log(`${first.cancelled() ? 'True' : 'False'} ${second.done() ? 'True' : 'False'}`);
  queue.taskDone();
  queue.putNowait(9);
  await second;
  console.log(`${queue}`);
}

run(main());
