// fails: the predicted lines are those that are printed
// fails: the predicted number of turns is that of the producer
// says: the producer never suspends
// says: no `put` suspended
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

export const printed: string[] = ['put 1', 'A got 1', 'put 2', 'B got 2', 'put 3', 'A got 3', 'put 4', 'B got 4'];
export const turns = 4;
