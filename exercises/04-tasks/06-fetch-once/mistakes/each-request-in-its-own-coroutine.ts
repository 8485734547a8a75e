// fails: each different url is requested once
// says: is kept too late
import { gather, run, sleep } from 'asyncio';

/** One request: it leaves at once, and its page is there two seconds later. Leave it as it is. */
export async function getRequest(url: number): Promise<string> {
  console.log(`sent ${url}`);
  await sleep(2);
  return `page ${url}`;
}

export async function fetchOnce(urls: number[]): Promise<string[]> {
  const pages = new Map<number, string>();
  async function cached(url: number): Promise<string> {
    const known = pages.get(url);
    if (known !== undefined) return known;
    const page = await getRequest(url);
    pages.set(url, page);
    return page;
  }
  return await gather(...urls.map((url) => cached(url)));
}

async function main(): Promise<void> {
  console.log(await fetchOnce([3, 1, 3, 2, 1, 5, 4, 3, 5]));
}

run(main());
