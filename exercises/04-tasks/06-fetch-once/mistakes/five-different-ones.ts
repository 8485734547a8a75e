// fails: every place in the list gets the page of its url
// fails: each different url is requested once
// fails: an empty list gives an empty list at once
// says: requests for
import { gather, run, sleep } from 'asyncio';

/** One request: it leaves at once, and its page is there two seconds later. Leave it as it is. */
export async function getRequest(url: number): Promise<string> {
  console.log(`sent ${url}`);
  await sleep(2);
  return `page ${url}`;
}

export async function fetchOnce(urls: number[]): Promise<string[]> {
  const pages = await gather(getRequest(1), getRequest(2), getRequest(3), getRequest(4), getRequest(5));
  return urls.map((url) => pages[url - 1] ?? '');
}

async function main(): Promise<void> {
  console.log(await fetchOnce([3, 1, 3, 2, 1, 5, 4, 3, 5]));
}

run(main());
