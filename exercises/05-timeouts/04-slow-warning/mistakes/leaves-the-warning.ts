// fails: what is delivered is not warned of later
// says: When it is there, nobody is waiting any more
import { createTask, run, sleep } from 'asyncio';

/** What `request` gives. When that takes more than a second, says so once. */
export async function patiently<T>(request: Promise<T>, name: string): Promise<T> {
  createTask(warnOf(name));
  return await request;
}

async function warnOf(name: string): Promise<void> {
  await sleep(1);
  console.log(`still waiting for ${name}`);
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
