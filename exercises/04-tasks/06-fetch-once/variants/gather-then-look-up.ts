// Fetches the different urls, then looks each place up in a table.
import { gather, run, sleep } from 'asyncio';

/** One request: it leaves at once, and its page is there two seconds later. Leave it as it is. */
export async function getRequest(url: number): Promise<string> {
  console.log(`sent ${url}`);
  await sleep(2);
  return `page ${url}`;
}

export async function fetchOnce(urls: number[]): Promise<string[]> {
  const different = [...new Set(urls)];
  const pages = await gather(...different.map((url) => getRequest(url)));
  const table = new Map(different.map((url, at) => [url, pages[at]]));
  return urls.map((url) => table.get(url) ?? '');
}

async function main(): Promise<void> {
  console.log(await fetchOnce([3, 1, 3, 2, 1, 5, 4, 3, 5]));
}

run(main());
