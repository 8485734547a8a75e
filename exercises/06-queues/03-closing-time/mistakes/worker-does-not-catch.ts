// fails: everything that is in the queue is handled
// fails: workers that wait at an empty queue end as well
// fails: it is over when the last item has been handled
// says: QueueShutDown
import { createTask, gather, Queue, run, sleep, type Task } from 'asyncio';

/** Takes items and handles one after the other, until the queue is shut down and empty. Gives the number of its items. */
export async function worker<T>(queue: Queue<T>, handle: (item: T) => Promise<void>): Promise<number> {
  let handled = 0;
  for (;;) {
    await handle(await queue.get());
    handled += 1;
  }
}

/** Lets nothing more in, and waits until everything that is in has been handled. Gives the number of items of all workers. */
export async function closeDown<T>(queue: Queue<T>, workers: Task<number>[]): Promise<number> {
  queue.shutdown();
  const counts = await gather(...workers);
  return counts.reduce((sum, count) => sum + count, 0);
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
