// fails: all nine requests are in flight at the same time
// says: took 6 s
import { gather, run, sleep } from 'asyncio';

/** One request: it leaves at once, and its page is there two seconds later. Leave it as it is. */
export async function getRequest(url: number): Promise<string> {
  console.log(`sent ${url}`);
  await sleep(2);
  return `page ${url}`;
}

export async function makeRequests(urls: number[]): Promise<string[]> {
  const pages: string[] = [];
  for (let at = 0; at < urls.length; at += 3) {
    pages.push(...(await gather(...urls.slice(at, at + 3).map((url) => getRequest(url)))));
  }
  return pages;
}

async function main(): Promise<void> {
  console.log(await makeRequests([1, 2, 3, 4, 5, 6, 7, 8, 9]));
}

run(main());
