// A task for each page, and a semaphore that lets only so many ask.
import { asyncWith, createTask, FIRST_COMPLETED, run, Semaphore, sleep, wait, type Task } from 'asyncio';

/** All pages that can be reached from `start`, each once, in the order in which they were found; at most `workers` requests at a time. */
export async function crawl(start: string, linksOf: (page: string) => Promise<string[]>, workers: number): Promise<string[]> {
  const found = new Set([start]);
  const free = new Semaphore(workers);
  const pending = new Set<Task<void>>();
  const begin = (page: string): void => {
    pending.add(createTask(look(page)));
  };
  async function look(page: string): Promise<void> {
    let links: string[] = [];
    try {
      links = await asyncWith(free, async () => await linksOf(page));
    } catch (error) {
      if (error instanceof Error && error.name === 'CancelledError') throw error;
    }
    for (const link of links) {
      if (found.has(link)) continue;
      found.add(link);
      begin(link);
    }
  }
  begin(start);
  while (pending.size > 0) {
    const [done] = await wait([...pending], { returnWhen: FIRST_COMPLETED });
    for (const task of done) pending.delete(task as Task<void>);
  }
  return [...found];
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
