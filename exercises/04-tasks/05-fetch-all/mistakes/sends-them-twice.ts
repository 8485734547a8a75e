// fails: all nine requests are in flight at the same time
// fails: every url is requested exactly once
// fails: it works for any number of urls, also for none
// says: sent 2 times: 1
import { gather, run, sleep } from 'asyncio';

/** One request: it leaves at once, and its page is there two seconds later. Leave it as it is. */
export async function getRequest(url: number): Promise<string> {
  console.log(`sent ${url}`);
  await sleep(2);
  return `page ${url}`;
}

export async function makeRequests(urls: number[]): Promise<string[]> {
  for (const url of urls) await getRequest(url);
  return await gather(...urls.map((url) => getRequest(url)));
}

async function main(): Promise<void> {
  console.log(await makeRequests([1, 2, 3, 4, 5, 6, 7, 8, 9]));
}

run(main());
