// Each coroutine writes its page into its own place.
import { gather, run, sleep } from 'asyncio';

/** One request: it leaves at once, and its page is there two seconds later. Leave it as it is. */
export async function getRequest(url: number): Promise<string> {
  console.log(`sent ${url}`);
  await sleep(2);
  return `page ${url}`;
}

export const makeRequests = async (urls: number[]): Promise<string[]> => {
  const pages = new Array<string>(urls.length);
  async function request(at: number, url: number): Promise<void> {
    pages[at] = await getRequest(url);
  }
  await gather(...urls.map((url, at) => request(at, url)));
  return pages;
};

async function main(): Promise<void> {
  console.log(await makeRequests([1, 2, 3, 4, 5, 6, 7, 8, 9]));
}

run(main());
