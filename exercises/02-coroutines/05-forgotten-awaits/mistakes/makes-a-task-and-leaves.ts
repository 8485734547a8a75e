// fails: the log of an order is complete and in order
// fails: an order takes 3 seconds, 1 for packing and 2 for the delivery
// fails: nothing of an order is still running when it is done
// says: the delivery had been started as a task
// says: was cancelled
import { createTask, run, sleep } from 'asyncio';

async function pack(item: string): Promise<string> {
  await sleep(1);
  console.log(`packed ${item}`);
  return `box of ${item}`;
}

async function deliver(item: string): Promise<void> {
  await sleep(2);
  console.log(`delivered ${item}`);
}

export async function order(item: string): Promise<void> {
  const box = await pack(item);
  console.log(`sending ${box}`);
  createTask(deliver(item));
  console.log('done');
}

run(order('apples'));
