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

// TODO: your predictions
export const printed: string[] = [];
export const turns = -1;
