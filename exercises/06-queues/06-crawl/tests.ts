/** Crawls small sites whose pages take known times, and keeps count of what was asked for, and when. */
import { expect, run, test } from 'grader';
import { sleep } from 'asyncio';

type Site = Readonly<Record<string, readonly string[]>>;

const TREE: Site = { a: ['b', 'c'], b: ['d', 'e'], c: ['e', 'f', 'a'], d: ['a'], e: ['g'], f: ['c', 'b'], g: [] };
/** The slow page is the only one that leads on, when everything else is done. */
const LATE: Site = { start: ['quick', 'slow'], quick: [], slow: ['last'], last: [] };

class NotFound extends Error {
  override name = 'NotFound';
}

/** Asks for the pages of a site, one second each or as `seconds` says, and keeps count. */
function asking(
  site: Site,
  { seconds = {}, broken = [] }: { seconds?: Readonly<Record<string, number>>; broken?: readonly string[] } = {},
): { linksOf: (page: string) => Promise<string[]>; asked: string[]; most: () => number } {
  const asked: string[] = [];
  let now = 0;
  let most = 0;
  const linksOf = async (page: string): Promise<string[]> => {
    asked.push(page);
    now += 1;
    most = Math.max(most, now);
    try {
      await sleep(seconds[page] ?? 1);
    } finally {
      now -= 1;
    }
    if (broken.includes(page)) throw new NotFound(page);
    return [...(site[page] ?? [])];
  };
  return { linksOf, asked, most: () => most };
}

const inWords = (pages: unknown): string => (Array.isArray(pages) ? pages.map(String).join(', ') || 'nothing' : String(pages));

test('every page that can be reached is found', ({ program }) => {
  for (const workers of [1, 2, 5]) {
    const record = run(() => program.crawl('a', asking(TREE).linksOf, workers));
    expect(record).toFinish();
    expect(Array.isArray(record.result) ? [...(record.result as unknown[])].sort() : record.result).toEqual(
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
      `The pages are a to g, and with ${workers} workers these were found: ${inWords(record.result)}.`,
    );
  }
  const one = run(() => program.crawl('a', asking(TREE).linksOf, 1));
  expect(one.result).toEqual(
    ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
    `One worker finds them in the order a to g, and returned was: ${inWords(one.result)}.`,
  );
});

test('no page is asked for twice', ({ program }) => {
  const site = asking(TREE);
  run(() => program.crawl('a', site.linksOf, 3));
  expect([...site.asked].sort()).toEqual(
    [...new Set(site.asked)].sort(),
    `Asked for were: ${inWords(site.asked)}. Two pages may link to one, and a page to itself.`,
  );
});

test('it is over when the last page has been looked at', ({ program }) => {
  const record = run(() => program.crawl('start', asking(LATE, { seconds: { slow: 5 } }).linksOf, 3));
  expect(inWords(record.result)).toBe(
    'start, quick, slow, last',
    'Found were: {actual}. While the queue was empty, a worker was still busy with `slow`, which leads on to `last`.',
  );
  expect(record).toTake(7, 'One second for the start, five for `slow` and one for `last` are 7 s, and it took {actual}.');
});

test('as many pages are asked for at once as there are workers', ({ program }) => {
  const wide: Site = { hub: ['1', '2', '3', '4', '5', '6'] };
  for (const [workers, seconds] of [
    [1, 7],
    [3, 3],
    [6, 2],
  ] as const) {
    const site = asking(wide);
    const record = run(() => program.crawl('hub', site.linksOf, workers));
    expect(site.most()).toBe(workers, `With ${workers} workers this many pages were asked for at the same time: {actual}.`);
    expect(record).toTake(seconds, `A page with six links and ${workers} workers: {expected}, and it took {actual}.`);
  }
});

test('a page that cannot be loaded costs no other page', ({ program }) => {
  for (const workers of [1, 2]) {
    const record = run(() => program.crawl('a', asking(TREE, { broken: ['b', 'f'] }).linksOf, workers));
    expect(inWords(record.result)).toBe(
      'a, b, c, e, f, g',
      `The links of b and f could not be loaded, and with ${workers} workers these pages were found: {actual}. Only d, which b alone leads to, is out of reach.`,
    );
  }
});

test('nothing is left running', ({ program }) => {
  const record = run(() => program.crawl('a', asking(TREE).linksOf, 3));
  expect(record).toLeaveNothingRunning('It returned, and this was still running: {actual}.');
});
