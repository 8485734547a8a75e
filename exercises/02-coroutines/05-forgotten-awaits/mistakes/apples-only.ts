// fails: the log of an order is complete and in order
// says: sending box of apples
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
  await pack(item);
  console.log('sending box of apples');
  await deliver(item);
  console.log('done');
}

run(order('apples'));
