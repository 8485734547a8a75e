/** Fetches lists with duplicates and counts the `sent` lines. */
import { expect, run, test, underAnyLatency } from 'grader';
import { isfuture } from 'asyncio';

const NINE = [3, 1, 3, 2, 1, 5, 4, 3, 5];
const LISTS = [NINE, [8, 8, 8, 8], [10, 9, 10], [6]];

type Run = ReturnType<typeof run>;

/** Awaits what the program gives inside a running loop, as `main` does: a plain function that returns an awaitable is as good as an async one. */
function ask(start: () => unknown): Run {
  return run(async () => await start());
}

function sent(record: Run): { url: number; t: number }[] {
  return record.output.flatMap(({ text, t }) => {
    const url = /^sent (\d+)$/.exec(text)?.[1];
    return url === undefined ? [] : [{ url: Number(url), t }];
  });
}

function pagesOf(urls: readonly number[]): string[] {
  return urls.map((url) => `page ${url}`);
}

function listed(values: readonly unknown[]): string {
  return `[${values.map(String).join(', ')}]`;
}

/** Why there is no list of pages; undefined when there is one. */
function aboutFailure(record: Run): string | undefined {
  const { error, result } = record;
  if (error?.message.includes('cannot reuse already awaited coroutine'))
    return `fetchOnce raised ${error.type}: ${error.message}. A coroutine object runs once, so it can be awaited once.`;
  if (error) return ''; // the grader tells it, with its line and what to write
  if (isfuture(result))
    return 'fetchOnce returned a future that is not done, and ended without waiting for it. Returning a future does not wait for it: only `await` does.';
  if (!Array.isArray(result)) return 'fetchOnce returned no list.';
  return undefined;
}

function aboutPages(record: Run, urls: readonly number[]): string {
  const failure = aboutFailure(record);
  if (failure !== undefined) return failure;
  const pages = record.result as unknown[];
  if (pages.length !== urls.length)
    return `${listed(urls)} has ${urls.length} places, and ${pages.length} pages came back. A url that stands twice has its page at both places.`;
  return `For ${listed(urls)} fetchOnce returned ${listed(pages)}. Each place has the page of the url that stands there.`;
}

function aboutCount(record: Run, urls: readonly number[]): string {
  const requests = sent(record);
  const different = new Set(urls);
  const counted = `For ${listed(urls)} it sent ${requests.length} requests for ${different.size} different url${different.size === 1 ? '' : 's'}: ${requests.map(({ url }) => url).join(', ')}.`;
  const failure = aboutFailure(record);
  if (failure !== undefined) return `${failure} ${counted}`;
  if (requests.some(({ url }) => !different.has(url)) || requests.length < different.size)
    return `${counted} Ask for the urls that stand in the list, and for no others.`;
  return `${counted} ${insideOthers(record) ? REMEMBERED_TOO_LATE : FRESH}`;
}

const FRESH = 'Every call of getRequest makes a coroutine object of its own. Only the same object counts as one.';
const REMEMBERED_TOO_LATE =
  'Every call of getRequest is a request of its own, and all of them left at 0 s. At that time no page was there yet: what is kept only when its page has come is kept too late.';

/** Whether the requests ran inside of other coroutines, each in a task of its own: then there is a table, or something like it. */
function insideOthers(record: Run): boolean {
  const own = new Set(record.tasks.filter((task) => task.coroutine === 'getRequest').map((task) => task.name));
  return new Set(record.output.map((line) => line.task)).size > 1 && record.output.every((line) => !own.has(String(line.task)));
}

test('each different url is requested once', ({ program }) => {
  for (const urls of LISTS) {
    const record = ask(() => program.fetchOnce(urls));
    const requested = sent(record)
      .map(({ url }) => url)
      .sort();
    expect(record.outcome === 'finished' ? requested : record.outcome).toEqual(
      [...new Set(urls)].sort(),
      aboutCount(record, urls),
    );
  }
});

test('every place in the list gets the page of its url', ({ program }) => {
  for (const urls of LISTS) {
    const record = ask(() => program.fetchOnce(urls));
    expect(record.result).toEqual(pagesOf(urls), aboutPages(record, urls));
  }
  underAnyLatency(20, () => {
    const record = ask(() => program.fetchOnce(NINE));
    expect(record.result).toEqual(pagesOf(NINE), aboutPages(record, NINE));
  });
});

test('the requests are in flight at the same time', ({ program }) => {
  const record = ask(() => program.fetchOnce(NINE));
  expect(record.outcome).toBe('finished', aboutFailure(record));
  const at = sent(record).map(({ t }) => t);
  const why =
    aboutFailure(record) ??
    `The requests left at ${at.join(', ')} s: ${at.every((t) => t === 0) ? 'something else was waited for' : 'each waited for the one before it'}.`;
  expect(record).toTake(2, `Requests of 2 s that are in flight together take 2 s. Yours took {actual}. ${why}`);
});

test('an empty list gives an empty list at once', ({ program }) => {
  const record = ask(() => program.fetchOnce([]));
  expect(record.result).toEqual([], aboutFailure(record) ?? `For an empty list fetchOnce returned ${String(record.result)}.`);
  expect(record).toTake(0, 'An empty list has nothing to wait for. Yours took {actual}.');
});
