import { createTask, getRunningLoop, Queue, run, sleep } from 'asyncio';

async function worker(queue: Queue<number>) {
  while (true) {
    const seconds = await queue.get();
    await sleep(seconds);
    queue.taskDone();
  }
}

async function main() {
  const loop = getRunningLoop();
  const start = loop.time();
  const queue = new Queue<number>();
  for (const seconds of [1, 2, 3]) {
    queue.putNowait(seconds);
  }
  const workers = [1, 2, 3].map(() => createTask(worker(queue)));
  await sleep(0);
  console.log(`${(loop.time() - start).toFixed(0)} s: empty is ${queue.empty()}`);
  await queue.join();
  console.log(`${(loop.time() - start).toFixed(0)} s: joined`);
  for (const task of workers) {
    task.cancel();
  }
}

run(main());
