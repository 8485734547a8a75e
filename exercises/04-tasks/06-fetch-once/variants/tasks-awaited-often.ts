// A task may be awaited as often as one likes, unlike a coroutine object.
import { createTask, run, sleep, type Task } from 'asyncio';

/** One request: it leaves at once, and its page is there two seconds later. Leave it as it is. */
export async function getRequest(url: number): Promise<string> {
  console.log(`sent ${url}`);
  await sleep(2);
  return `page ${url}`;
}

export async function fetchOnce(urls: number[]): Promise<string[]> {
  const tasks: Record<number, Task<string>> = {};
  for (const url of urls) tasks[url] ??= createTask(getRequest(url));
  const pages: string[] = [];
  for (const url of urls) pages.push(await tasks[url]!);
  return pages;
}

async function main(): Promise<void> {
  console.log(await fetchOnce([3, 1, 3, 2, 1, 5, 4, 3, 5]));
}

run(main());
