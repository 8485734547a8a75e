import { createTask, Queue, run, sleep } from 'asyncio';

async function producer(queue: Queue<number>) {
  for (const item of [1, 2, 3]) {
    await sleep(1);
    console.log('made', item);
    await queue.put(item);
  }
}

async function consumer(name: string, queue: Queue<number>) {
  while (true) {
    const item = await queue.get();
    console.log(name, 'takes', item);
    await sleep(2);
    console.log(name, 'has used', item);
  }
}

async function main() {
  const queue = new Queue<number>();
  const consumers = ['A', 'B'].map((name) => createTask(consumer(name, queue)));
  await producer(queue);
  await sleep(5);
  for (const task of consumers) {
    task.cancel();
  }
}

run(main());
