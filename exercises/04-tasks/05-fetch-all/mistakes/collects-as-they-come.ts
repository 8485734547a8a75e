// fails: the pages come back in the order of the urls
// says: You were given [4, 1, 8, 3, 9, 2, 7, 5, 6] and makeRequests returned [page 3, page 1,
// says: That is so when `sent 1` is answered at 2.514 s, before `sent 4` at 3.176 s
// says: with the latencies of seed 1
import { gather, run, sleep } from 'asyncio';

/** One request: it leaves at once, and its page is there two seconds later. Leave it as it is. */
export async function getRequest(url: number): Promise<string> {
  console.log(`sent ${url}`);
  await sleep(2);
  return `page ${url}`;
}

export async function makeRequests(urls: number[]): Promise<string[]> {
  const pages: string[] = [];
  async function collect(url: number): Promise<void> {
    pages.push(await getRequest(url));
  }
  await gather(...urls.map((url) => collect(url)));
  return pages;
}

async function main(): Promise<void> {
  console.log(await makeRequests([1, 2, 3, 4, 5, 6, 7, 8, 9]));
}

run(main());
