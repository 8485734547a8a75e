// gather of a single awaitable, and a helper that sends.
import { gather, run, sleep } from 'asyncio';

async function pack(item: string): Promise<string> {
  await sleep(1);
  console.log(`packed ${item}`);
  return `box of ${item}`;
}

async function deliver(item: string): Promise<void> {
  await sleep(2);
  console.log(`delivered ${item}`);
}

async function send(item: string, box: string): Promise<void> {
  console.log(`sending ${box}`);
  await gather(deliver(item));
}

export async function order(item: string): Promise<void> {
  const [box] = await gather(pack(item));
  await send(item, box);
  console.log('done');
}

run(order('apples'));
