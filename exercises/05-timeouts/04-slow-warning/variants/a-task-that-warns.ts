// The warning is a task of its own, which is cancelled when the request is over.
import { createTask, run, sleep } from 'asyncio';

async function warnLater(name: string): Promise<void> {
  await sleep(1);
  console.log(`still waiting for ${name}`);
}

/** What `request` gives. When that takes more than a second, says so once. */
export async function patiently<T>(request: Promise<T>, name: string): Promise<T> {
  const warning = createTask(warnLater(name));
  try {
    return await request;
  } finally {
    warning.cancel();
  }
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
