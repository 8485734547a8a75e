// fails: every place in the list gets the page of its url
// says: Each place has the page of the url that stands there.
// says: That is so when
// says: with the latencies of seed 1
import { gather, run, sleep } from 'asyncio';

/** One request: it leaves at once, and its page is there two seconds later. Leave it as it is. */
export async function getRequest(url: number): Promise<string> {
  console.log(`sent ${url}`);
  await sleep(2);
  return `page ${url}`;
}

export async function fetchOnce(urls: number[]): Promise<string[]> {
  const different = [...new Set(urls)];
  const pages: string[] = [];
  async function collect(url: number): Promise<void> {
    pages.push(await getRequest(url));
  }
  await gather(...different.map((url) => collect(url)));
  return urls.map((url) => pages[different.indexOf(url)] ?? '');
}

async function main(): Promise<void> {
  console.log(await fetchOnce([3, 1, 3, 2, 1, 5, 4, 3, 5]));
}

run(main());
