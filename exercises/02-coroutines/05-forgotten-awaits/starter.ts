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

/** Packs the item, says which box it sends, delivers it, and says that it is done. */
export async function order(item: string): Promise<void> {
  // TODO: two awaits are missing here
  const box = pack(item);
  console.log(`sending ${box}`);
  deliver(item);
  console.log('done');
}

run(order('apples'));
