// fails: a slow request is warned of after a second
// says: The warning came at 3 s
import { getRunningLoop, run, sleep } from 'asyncio';

/** What `request` gives. When that takes more than a second, says so once. */
export async function patiently<T>(request: Promise<T>, name: string): Promise<T> {
  const start = getRunningLoop().time();
  const result = await request;
  if (getRunningLoop().time() - start > 1) console.log(`still waiting for ${name}`);
  return result;
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
