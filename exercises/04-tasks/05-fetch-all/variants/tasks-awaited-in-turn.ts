// All tasks are created first; awaiting them one by one then costs nothing.
import { createTask, run, sleep } from 'asyncio';

/** One request: it leaves at once, and its page is there two seconds later. Leave it as it is. */
export async function getRequest(url: number): Promise<string> {
  console.log(`sent ${url}`);
  await sleep(2);
  return `page ${url}`;
}

export async function makeRequests(urls: number[]): Promise<string[]> {
  const tasks = urls.map((url) => createTask(getRequest(url)));
  const pages: string[] = [];
  for (const task of tasks) pages.push(await task);
  return pages;
}

async function main(): Promise<void> {
  console.log(await makeRequests([1, 2, 3, 4, 5, 6, 7, 8, 9]));
}

run(main());
