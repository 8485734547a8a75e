// fails: each different url is requested once
// says: 9 requests for 5 different urls
// says: Only the same object counts as one
import { gather, run, sleep } from 'asyncio';

/** One request: it leaves at once, and its page is there two seconds later. Leave it as it is. */
export async function getRequest(url: number): Promise<string> {
  console.log(`sent ${url}`);
  await sleep(2);
  return `page ${url}`;
}

export async function fetchOnce(urls: number[]): Promise<string[]> {
  const responseList: Promise<string>[] = [];
  for (const url of urls) responseList.push(getRequest(url));
  return await gather(...responseList);
}

async function main(): Promise<void> {
  console.log(await fetchOnce([3, 1, 3, 2, 1, 5, 4, 3, 5]));
}

run(main());
