// A task of its own, and wait; what is pending then is cancelled and awaited, and so it is when something else happens.
import { createTask, gather, run, sleep, wait } from 'asyncio';

/** What `request` gives, or `otherwise` when it has not come after `seconds`. */
export async function fetchOrDefault<T>(request: Promise<T>, seconds: number, otherwise: T): Promise<T> {
  const task = createTask(request);
  try {
    await wait([task], { timeout: seconds });
    return task.done() ? await task : otherwise;
  } finally {
    task.cancel();
    await gather(task, { returnExceptions: true });
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
