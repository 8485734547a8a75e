// fails: what came before the end is returned, and nothing goes on
// says: returned no page
import { run, sleep, TimeoutError, ValueError, waitFor } from 'asyncio';

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
export async function fetchBatch(names: string[]): Promise<string[]> {
  async function collect(): Promise<string[]> {
    const pages: string[] = [];
    for (const name of names) {
      try {
        pages.push(await waitFor(fetchPage(name), 1));
      } catch (error) {
        if (!(error instanceof TimeoutError)) throw error;
      }
    }
    return pages;
  }
  try {
    return await waitFor(collect(), 3);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    return [];
  }
}

async function main(): Promise<void> {
  console.log(await fetchBatch(['home', 'news', 'about', 'map', 'contact', 'shop']));
}

run(main());
