// gather takes tasks as well; the last of the requests comes from a gather of its own.
import { createTask, gather, run, sleep } from 'asyncio';

/** One request: it leaves at once, and its page is there two seconds later. Leave it as it is. */
export async function getRequest(url: number): Promise<string> {
  console.log(`sent ${url}`);
  await sleep(2);
  return `page ${url}`;
}

export async function makeRequests(urls: number[]): Promise<string[]> {
  const last = urls.at(-1);
  if (last === undefined) return [];
  const first = urls.slice(0, -1).map((url) => createTask(getRequest(url), { name: `url ${url}` }));
  const [pages, page] = await gather(gather(...first), getRequest(last));
  return [...pages, page];
}

async function main(): Promise<void> {
  console.log(await makeRequests([1, 2, 3, 4, 5, 6, 7, 8, 9]));
}

run(main());
