// The collecting as a task; wait looks at it after three seconds.
import { createTask, run, sleep, TimeoutError, ValueError, wait, waitFor } from 'asyncio';

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
const LATE = Symbol('late');

async function pageOrLate(name: string): Promise<string | typeof LATE> {
  try {
    return await waitFor(fetchPage(name), 1);
  } catch (error) {
    if (error instanceof TimeoutError) return LATE;
    throw error;
  }
}

export async function fetchBatch(names: string[]): Promise<string[]> {
  const pages: string[] = [];
  const collecting = createTask(
    (async (): Promise<void> => {
      for (const name of names) {
        const page = await pageOrLate(name);
        if (page !== LATE) pages.push(page);
      }
    })(),
  );
  const [done] = await wait([collecting], { timeout: 3 });
  if (done.has(collecting)) await collecting;
  else collecting.cancel();
  return pages;
}

async function main(): Promise<void> {
  console.log(await fetchBatch(['home', 'news', 'about', 'map', 'contact', 'shop']));
}

run(main());
