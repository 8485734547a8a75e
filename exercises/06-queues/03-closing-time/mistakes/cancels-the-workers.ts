// fails: everything that is in the queue is handled
// fails: it is over when the last item has been handled
// fails: an error of handling an item comes out
// says: these were handled
import { createTask, gather, Queue, QueueShutDown, run, sleep, type Task } from 'asyncio';

/** Takes items and handles one after the other, until the queue is shut down and empty. Gives the number of its items. */
export async function worker<T>(queue: Queue<T>, handle: (item: T) => Promise<void>): Promise<number> {
  let handled = 0;
  for (;;) {
    let item: T;
    try {
      item = await queue.get();
    } catch (error) {
      if (error instanceof QueueShutDown) return handled;
      throw error;
    }
    await handle(item);
    handled += 1;
  }
}

/** Lets nothing more in, and waits until everything that is in has been handled. Gives the number of items of all workers. */
export async function closeDown<T>(queue: Queue<T>, workers: Task<number>[]): Promise<number> {
  queue.shutdown();
  for (const task of workers) task.cancel();
  const counts = await gather(...workers, { returnExceptions: true });
  return counts.reduce<number>((sum, count) => (typeof count === 'number' ? sum + count : sum), 0);
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
