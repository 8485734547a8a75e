// Remembers requests, not pages: whoever comes second awaits the first one’s task.
import { createTask, gather, run, sleep, type Task } from 'asyncio';

/** One request: it leaves at once, and its page is there two seconds later. Leave it as it is. */
export async function getRequest(url: number): Promise<string> {
  console.log(`sent ${url}`);
  await sleep(2);
  return `page ${url}`;
}

export async function fetchOnce(urls: number[]): Promise<string[]> {
  const started = new Map<number, Task<string>>();
  async function page(url: number): Promise<string> {
    const task = started.get(url) ?? createTask(getRequest(url));
    started.set(url, task);
    return await task;
  }
  return await gather(...urls.map((url) => page(url)));
}

async function main(): Promise<void> {
  console.log(await fetchOnce([3, 1, 3, 2, 1, 5, 4, 3, 5]));
}

run(main());
