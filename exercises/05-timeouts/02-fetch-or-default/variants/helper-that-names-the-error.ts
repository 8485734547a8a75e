// The decision in a function of its own, arrow functions throughout.
import { run, sleep, TimeoutError, waitFor } from 'asyncio';

const insteadOf = <T>(error: unknown, otherwise: T): T => {
  if (!(error instanceof TimeoutError)) throw error;
  return otherwise;
};

/** What `request` gives, or `otherwise` when it has not come after `seconds`. */
export const fetchOrDefault = async <T>(request: Promise<T>, seconds: number, otherwise: T): Promise<T> => {
  try {
    const page = await waitFor(request, seconds);
    return page;
  } catch (error) {
    return insteadOf(error, otherwise);
  }
};

async function fetchPage(seconds: number): Promise<string> {
  await sleep(seconds);
  return `page after ${seconds} s`;
}

async function main(): Promise<void> {
  console.log(await fetchOrDefault(fetchPage(1), 2, 'no page'));
  console.log(await fetchOrDefault(fetchPage(9), 2, 'no page'));
}

run(main());
