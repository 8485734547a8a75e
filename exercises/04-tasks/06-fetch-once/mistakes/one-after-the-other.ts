// fails: the requests are in flight at the same time
// says: took 10 s
// says: waited for the one before it
import { run, sleep } from 'asyncio';

/** One request: it leaves at once, and its page is there two seconds later. Leave it as it is. */
export async function getRequest(url: number): Promise<string> {
  console.log(`sent ${url}`);
  await sleep(2);
  return `page ${url}`;
}

export async function fetchOnce(urls: number[]): Promise<string[]> {
  const pages = new Map<number, string>();
  const result: string[] = [];
  for (const url of urls) {
    const page = pages.get(url) ?? (await getRequest(url));
    pages.set(url, page);
    result.push(page);
  }
  return result;
}

async function main(): Promise<void> {
  console.log(await fetchOnce([3, 1, 3, 2, 1, 5, 4, 3, 5]));
}

run(main());
