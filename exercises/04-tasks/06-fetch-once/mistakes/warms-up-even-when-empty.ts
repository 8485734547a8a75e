// fails: an empty list gives an empty list at once
// says: raised
import { gather, run, sleep } from 'asyncio';

/** One request: it leaves at once, and its page is there two seconds later. Leave it as it is. */
export async function getRequest(url: number): Promise<string> {
  console.log(`sent ${url}`);
  await sleep(2);
  return `page ${url}`;
}

export async function fetchOnce(urls: number[]): Promise<string[]> {
  const [first] = urls;
  if (first === undefined) throw new Error('no urls');
  const requests = new Map<number, Promise<string>>();
  for (const url of urls) if (!requests.has(url)) requests.set(url, getRequest(url));
  return await gather(...urls.map((url) => requests.get(url)!));
}

async function main(): Promise<void> {
  console.log(await fetchOnce([3, 1, 3, 2, 1, 5, 4, 3, 5]));
}

run(main());
