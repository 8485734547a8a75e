// fails: no page is asked for twice
// says: Two pages may link to one
import { CancelledError, createTask, gather, Queue, run, sleep } from 'asyncio';

/** All pages that can be reached from `start`, each once, in the order in which they were found; at most `workers` requests at a time. */
export async function crawl(start: string, linksOf: (page: string) => Promise<string[]>, workers: number): Promise<string[]> {
  const queue = new Queue<string>();
  const found = new Set<string>();
  queue.putNowait(start);

  const worker = async (): Promise<void> => {
    for (;;) {
      const page = await queue.get();
      try {
        const links = await linksOf(page);
        found.add(page);
        for (const link of links) if (!found.has(link)) queue.putNowait(link);
      } catch (error) {
        if (error instanceof CancelledError) throw error;
        found.add(page);
      } finally {
        queue.taskDone();
      }
    }
  };

  const tasks = Array.from({ length: workers }, () => createTask(worker()));
  await queue.join();
  for (const task of tasks) task.cancel();
  await gather(...tasks, { returnExceptions: true });
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
