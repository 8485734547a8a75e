import { gather, Queue, run } from 'asyncio';

async function producer(queue: Queue<number>) {
  for (const item of [1, 2, 3]) {
    await queue.put(item);
    console.log('put', item);
  }
}

async function consumer(queue: Queue<number>) {
  for (let n = 0; n < 3; n += 1) {
    console.log('got', await queue.get());
  }
}

async function main() {
  for (const limit of [0, 1]) {
    console.log('limit', limit);
    const queue = new Queue<number>(limit);
    await gather(producer(queue), consumer(queue));
  }
}

run(main());
