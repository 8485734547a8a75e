import { gather, Queue, run, sleep } from 'asyncio';

async function producer(queue: Queue<string>): Promise<void> {
  for (const item of ['a', 'b', 'c']) await queue.put(item);
  console.log('all are put');
}

async function consumer(queue: Queue<string>): Promise<void> {
  for (let n = 0; n < 3; n += 1) {
    const item = await queue.get();
    await sleep(1);
    console.log(`used ${item}`);
  }
}

async function main(): Promise<void> {
  const queue = new Queue<string>(1);
  await gather(producer(queue), consumer(queue));
}

run(main());
