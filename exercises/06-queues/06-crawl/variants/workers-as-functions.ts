// The same with named functions, and the workers ended by a mark each.
import { createTask, gather, Queue, run, sleep } from 'asyncio';

async function linksOrNone(linksOf: (page: string) => Promise<string[]>, page: string): Promise<string[]> {
  try {
    return await linksOf(page);
  } catch (error) {
    if (error instanceof Error && error.name !== 'CancelledError') return [];
    throw error;
  }
}

/** All pages that can be reached from `start`, each once, in the order in which they were found; at most `workers` requests at a time. */
export async function crawl(start: string, linksOf: (page: string) => Promise<string[]>, workers: number): Promise<string[]> {
  const queue = new Queue<string | undefined>();
  const order: string[] = [];
  async function add(page: string): Promise<void> {
    if (order.includes(page)) return;
    order.push(page);
    await queue.put(page);
  }
  async function worker(): Promise<void> {
    for (let page = await queue.get(); page !== undefined; page = await queue.get()) {
      for (const link of await linksOrNone(linksOf, page)) await add(link);
      queue.taskDone();
    }
  }
  await add(start);
  const tasks = Array.from({ length: workers }, () => createTask(worker()));
  await queue.join();
  for (let n = 0; n < workers; n += 1) await queue.put(undefined);
  await gather(...tasks);
  return order;
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
