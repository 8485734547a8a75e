import { createTask, Queue, run, sleep, type Task } from 'asyncio';

/** Takes items and handles one after the other, until the queue is shut down and empty. Gives the number of its items. */
export async function worker<T>(queue: Queue<T>, handle: (item: T) => Promise<void>): Promise<number> {
  // TODO: a queue that is empty may get more; one that is shut down may not
  let handled = 0;
  while (!queue.empty()) {
    await handle(await queue.get());
    queue.taskDone();
    handled += 1;
  }
  return handled;
}

/** Lets nothing more in, and waits until everything that is in has been handled. Gives the number of items of all workers. */
export async function closeDown<T>(queue: Queue<T>, workers: Task<number>[]): Promise<number> {
  // TODO: tell the workers that nothing more will come, and wait for them
  await queue.join();
  return workers.length;
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
