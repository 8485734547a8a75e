// One coroutine for each different url puts its page into every place of it.
import { gather, run, sleep } from 'asyncio';

/** One request: it leaves at once, and its page is there two seconds later. Leave it as it is. */
export async function getRequest(url: number): Promise<string> {
  console.log(`sent ${url}`);
  await sleep(2);
  return `page ${url}`;
}

export const fetchOnce = async (urls: number[]): Promise<string[]> => {
  const pages: string[] = urls.map(() => '');
  const fill = async (url: number): Promise<void> => {
    const page = await getRequest(url);
    urls.forEach((each, at) => {
      if (each === url) pages[at] = page;
    });
  };
  await gather(...urls.filter((url, at) => urls.indexOf(url) === at).map((url) => fill(url)));
  return pages;
};

async function main(): Promise<void> {
  console.log(await fetchOnce([3, 1, 3, 2, 1, 5, 4, 3, 5]));
}

run(main());
