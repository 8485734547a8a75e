// Tasks are right as well, as long as they are awaited.
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
  const packing = createTask(pack(item));
  console.log('sending ' + (await packing));
  const delivery = createTask(deliver(item), { name: 'delivery' });
  await delivery;
  console.log('done');
}

run(order('apples'));
