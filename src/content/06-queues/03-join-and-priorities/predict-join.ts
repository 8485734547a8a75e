import { createTask, Queue, run, sleep } from 'asyncio';

async function worker(queue: Queue<number>): Promise<void> {
  for (;;) {
    const seconds = await queue.get();
    await sleep(seconds);
    queue.taskDone();
  }
}

async function main(): Promise<void> {
  const queue = new Queue<number>();
  for (const seconds of [3, 1, 1, 1]) queue.putNowait(seconds);
  createTask(worker(queue));
  createTask(worker(queue));
  await queue.join();
  console.log('joined');
}

run(main());
