// One try around the whole loop; only the queue raises this error.
import { createTask, gather, Queue, QueueShutDown, run, sleep, type Task } from 'asyncio';

/** Takes items and handles one after the other, until the queue is shut down and empty. Gives the number of its items. */
export async function worker<T>(queue: Queue<T>, handle: (item: T) => Promise<void>): Promise<number> {
  let handled = 0;
  try {
    for (;;) {
      await handle(await queue.get());
      handled += 1;
    }
  } catch (error) {
    if (!(error instanceof QueueShutDown)) throw error;
  }
  return handled;
}

/** Lets nothing more in, and waits until everything that is in has been handled. Gives the number of items of all workers. */
export async function closeDown<T>(queue: Queue<T>, workers: Task<number>[]): Promise<number> {
  queue.shutdown();
  let sum = 0;
  for (const task of workers) sum += await task;
  return sum;
}

async function bake(cake: string): Promise<void> {
  await sleep(2);
  console.log(`${cake} is baked`);
}

async function main(): Promise<void> {
  const orders = new Queue<string>();
  const bakers = [createTask(worker(orders, bake)), createTask(worker(orders, bake))];
  for (const cake of ['sponge', 'pound', 'cheese', 'carrot', 'plum']) await orders.put(cake);
  console.log(`${await closeDown(orders, bakers)} cakes baked`);
}

run(main());
