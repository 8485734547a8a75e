// fails: an answer in time is returned as it is
// says: any answer is an answer
import { run, sleep, TimeoutError, waitFor } from 'asyncio';

/** What `request` gives, or `otherwise` when it has not come after `seconds`. */
export async function fetchOrDefault<T>(request: Promise<T>, seconds: number, otherwise: T): Promise<T> {
  let page: T | undefined;
  try {
    page = await waitFor(request, seconds);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
  }
  return page || otherwise;
}

async function fetchPage(seconds: number): Promise<string> {
  await sleep(seconds);
  return `page after ${seconds} s`;
}

async function main(): Promise<void> {
  console.log(await fetchOrDefault(fetchPage(1), 2, 'no page'));
  console.log(await fetchOrDefault(fetchPage(9), 2, 'no page'));
}

run(main());
