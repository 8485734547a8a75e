// fails: a request within a second is delivered without a word
// fails: a slow request is delivered all the same
// fails: the request is started once
// says: cannot reuse already awaited coroutine
import { gather, run, sleep } from 'asyncio';

/** What `request` gives. When that takes more than a second, says so once. */
export async function patiently<T>(request: Promise<T>, name: string): Promise<T> {
  const late = async (): Promise<void> => {
    await sleep(1);
    console.log(`still waiting for ${name}`);
  };
  await gather(request, late());
  return await request;
}

async function report(seconds: number): Promise<string> {
  await sleep(seconds);
  return `report after ${seconds} s`;
}

async function main(): Promise<void> {
  console.log(await patiently(report(0.5), 'first report'));
  console.log(await patiently(report(3), 'second report'));
}

run(main());
