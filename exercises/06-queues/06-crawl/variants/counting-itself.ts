// No join: the crawler counts what is open, and shuts the queue down when nothing is.
import { gather, Queue, QueueShutDown, run, sleep } from 'asyncio';

/** All pages that can be reached from `start`, each once, in the order in which they were found; at most `workers` requests at a time. */
export async function crawl(start: string, linksOf: (page: string) => Promise<string[]>, workers: number): Promise<string[]> {
  const queue = new Queue<string>();
  const found = new Set([start]);
  queue.putNowait(start);

  let open = 1;
  const look = async (page: string): Promise<string[]> => {
    try {
      return await linksOf(page);
    } catch (error) {
      if (error instanceof Error && error.name === 'CancelledError') throw error;
      return [];
    }
  };
  const worker = async (): Promise<void> => {
    for (;;) {
      let page: string;
      try {
        page = await queue.get();
      } catch (error) {
        if (error instanceof QueueShutDown) return;
        throw error;
      }
      for (const link of await look(page)) {
        if (!found.has(link)) {
          found.add(link);
          open += 1;
          queue.putNowait(link);
        }
      }
      open -= 1;
      if (open === 0) queue.shutdown();
    }
  };
  await gather(...Array.from({ length: workers }, () => worker()));
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
