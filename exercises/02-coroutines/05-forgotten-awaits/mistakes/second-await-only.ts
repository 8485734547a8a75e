// fails: the log of an order is complete and in order
// fails: no coroutine object is left without being awaited
// fails: an order takes 3 seconds, 1 for packing and 2 for the delivery
// says: stood a coroutine object where the box should be
// says: coroutine 'pack' was never awaited
import { run, sleep } from 'asyncio';

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
  const box = pack(item);
  console.log(`sending ${box}`);
  await deliver(item);
  console.log('done');
}

run(order('apples'));
