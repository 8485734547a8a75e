// The coroutine objects are made first and awaited, once each, later.
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

export const order = async (item: string): Promise<void> => {
  const packing = pack(item);
  const delivery = deliver(item);
  const box = await packing;
  console.log('sending', box);
  await delivery;
  console.log('done');
};

run(order('apples'));
