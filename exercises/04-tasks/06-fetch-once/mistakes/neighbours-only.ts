// fails: each different url is requested once
// says: requests for 5 different urls
import { gather, run, sleep } from 'asyncio';

/** One request: it leaves at once, and its page is there two seconds later. Leave it as it is. */
export async function getRequest(url: number): Promise<string> {
  console.log(`sent ${url}`);
  await sleep(2);
  return `page ${url}`;
}

export async function fetchOnce(urls: number[]): Promise<string[]> {
  const requests: Promise<string>[] = [];
  urls.forEach((url, at) => {
    const before = requests[at - 1];
    requests.push(url === urls[at - 1] && before ? before : getRequest(url));
  });
  return await gather(...requests);
}

async function main(): Promise<void> {
  console.log(await fetchOnce([3, 1, 3, 2, 1, 5, 4, 3, 5]));
}

run(main());
