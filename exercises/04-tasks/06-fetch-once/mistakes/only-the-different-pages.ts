// fails: every place in the list gets the page of its url
// says: 9 places, and 5 pages
import { gather, run, sleep } from 'asyncio';

/** One request: it leaves at once, and its page is there two seconds later. Leave it as it is. */
export async function getRequest(url: number): Promise<string> {
  console.log(`sent ${url}`);
  await sleep(2);
  return `page ${url}`;
}

export async function fetchOnce(urls: number[]): Promise<string[]> {
  return await gather(...[...new Set(urls)].map((url) => getRequest(url)));
}

async function main(): Promise<void> {
  console.log(await fetchOnce([3, 1, 3, 2, 1, 5, 4, 3, 5]));
}

run(main());
