// fails: a request that is too late does not go on
// fails: a cancellation from outside goes through
// says: the request went on
import { run, shield, sleep, TimeoutError, waitFor } from 'asyncio';

/** What `request` gives, or `otherwise` when it has not come after `seconds`. */
export async function fetchOrDefault<T>(request: Promise<T>, seconds: number, otherwise: T): Promise<T> {
  try {
    return await waitFor(shield(request), seconds);
  } catch (error) {
    if (error instanceof TimeoutError) return otherwise;
    throw error;
  }
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
