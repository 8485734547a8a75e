// fails: a slow request is delivered all the same
// fails: an error of the request comes out when it happens
// says: The request was cancelled after a second
import { run, sleep, waitFor } from 'asyncio';

/** What `request` gives. When that takes more than a second, says so once. */
export async function patiently<T>(request: Promise<T>, name: string): Promise<T> {
  try {
    return await waitFor(request, 1);
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') console.log(`still waiting for ${name}`);
    throw error;
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
