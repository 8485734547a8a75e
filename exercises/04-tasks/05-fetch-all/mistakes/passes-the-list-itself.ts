// fails: the pages come back in the order of the urls
// fails: all nine requests are in flight at the same time
// fails: every url is requested exactly once
// fails: it works for any number of urls, also for none
// says: TypeError
// says: one list is not an awaitable
import { gather, run, sleep } from 'asyncio';

/** One request: it leaves at once, and its page is there two seconds later. Leave it as it is. */
export async function getRequest(url: number): Promise<string> {
  console.log(`sent ${url}`);
  await sleep(2);
  return `page ${url}`;
}

export async function makeRequests(urls: number[]): Promise<string[]> {
  const responseList: Promise<string>[] = [];
  for (const url of urls) {
    const response = getRequest(url);
    responseList.push(response);
  }
  // @ts-expect-error: the list is no awaitable
  return await gather(responseList);
}

async function main(): Promise<void> {
  console.log(await makeRequests([1, 2, 3, 4, 5, 6, 7, 8, 9]));
}

run(main());
