// Both limits in the block form, which later chapters use.
import { asyncWith, run, sleep, timeout, TimeoutError, ValueError } from 'asyncio';

/** Seconds that each page takes. */
const TAKES: Readonly<Record<string, number>> = { home: 0.5, news: 4, about: 0.5, map: 9, contact: 0.5, shop: 9 };

/** The server answers one request at a time. Leave it as it is. */
export async function fetchPage(name: string): Promise<string> {
  console.log(`asking for ${name}`);
  const seconds = TAKES[name];
  if (seconds === undefined) throw new ValueError(`there is no page ${name}`);
  await sleep(seconds);
  return `${name}.html`;
}

/** The pages that came, in order: at most 1 s for each, at most 3 s for all. */
async function unlessLate(seconds: number, work: () => Promise<void>): Promise<void> {
  try {
    await asyncWith(timeout(seconds), work);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
  }
}

export async function fetchBatch(names: string[]): Promise<string[]> {
  const pages: string[] = [];
  await unlessLate(3, async () => {
    for (const name of names) {
      await unlessLate(1, async () => {
        pages.push(await fetchPage(name));
      });
    }
  });
  return pages;
}

async function main(): Promise<void> {
  console.log(await fetchBatch(['home', 'news', 'about', 'map', 'contact', 'shop']));
}

run(main());
