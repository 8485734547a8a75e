/** Asks for several lists of urls and reads off the `sent` lines when each request left. */
import { expect, run, test, underAnyLatency } from 'grader';
import { iscoroutine, isfuture } from 'asyncio';

const NINE = [4, 1, 8, 3, 9, 2, 7, 5, 6];

type Run = ReturnType<typeof run>;

/** Awaits what the program gives inside a running loop, as `main` does: a plain function that returns an awaitable is as good as an async one. */
function ask(start: () => unknown): Run {
  return run(async () => await start());
}

function pagesOf(urls: readonly number[]): string[] {
  return urls.map((url) => `page ${url}`);
}

/** The requests that left, with the time at which they did. */
function sent(record: Run): { url: number; t: number }[] {
  return record.output.flatMap(({ text, t }) => {
    const url = /^sent (\d+)$/.exec(text)?.[1];
    return url === undefined ? [] : [{ url: Number(url), t }];
  });
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return 'None';
  if (Array.isArray(value)) return `[${value.map(String).join(', ')}]`;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : `a ${typeof value} that is no list`;
}

/** What Python warned about in this run, once each. */
function said(record: Run): string {
  return [...new Set(record.warnings.map((warning) => `Python said: ${warning.text}. `))].join('');
}

/** What came back instead of the pages, and why; also when the program raised. */
function aboutResult(record: Run, urls: readonly number[]): string {
  const { error, result } = record;
  if (error && /unhashable|as a dict key/.test(error.message))
    return `makeRequests raised ${error.type}: ${error.message}. gather wants each awaitable as an argument of its own; one list is not an awaitable.`;
  if (error) return ''; // the grader tells it, with its line and what to write
  if (isfuture(result))
    return 'makeRequests returned a future that is not done, and ended without waiting for it. Returning a future does not wait for it: only `await` does.';
  if (Array.isArray(result) && result.some((each) => iscoroutine(each)))
    return `makeRequests returned a list of coroutine objects. Nothing has run any of them. ${said(record)}`.trim();
  if (result === undefined || result === null) return 'makeRequests returned None: what gather gave was not handed on.';
  return `You were given ${shown(urls)} and makeRequests returned ${shown(result)}. ${said(record)}Each url has its page at the place where the url stands.`;
}

test('the pages come back in the order of the urls', ({ program }) => {
  for (const urls of [NINE, [12, 10, 11]]) {
    const record = ask(() => program.makeRequests(urls));
    expect(record.result).toEqual(pagesOf(urls), aboutResult(record, urls));
  }
  underAnyLatency(20, () => {
    const record = ask(() => program.makeRequests(NINE));
    expect(record.result).toEqual(pagesOf(NINE), aboutResult(record, NINE));
  });
});

test('all nine requests are in flight at the same time', ({ program }) => {
  const record = ask(() => program.makeRequests(NINE));
  expect(record.outcome).toBe('finished', aboutResult(record, NINE));
  const left = sent(record);
  expect(left.length > 0).toBe(true, aboutNothingSent(record));
  const times = left.map(({ t }) => t);
  const at = `They left at ${times.join(', ')} s`;
  expect(times.every((t) => t === 0)).toBe(true, `It took ${record.elapsed} s. ${at}: ${whyLate(times)}.`);
  expect(record).toTake(
    2,
    `Nine requests of 2 s that are in flight together take 2 s. Yours took {actual}. ${at}. ${aboutResult(record, NINE)}`,
  );
});

function aboutNothingSent(record: Run): string {
  if (isfuture(record.result) || Array.isArray(record.result)) {
    const [first] = Array.isArray(record.result) ? (record.result as unknown[]) : [record.result];
    if (isfuture(first) || iscoroutine(first)) return `No request was sent. ${aboutResult(record, NINE)}`;
  }
  return `No request was sent: there is no line \`sent\`. ${said(record)}Every page has to be asked for with getRequest, and each request has to run.`;
}

function whyLate(times: readonly number[]): string {
  const alone = new Set(times).size === times.length;
  return alone ? 'each request waited for the one before it' : 'some requests left only when others had been answered';
}

test('every url is requested exactly once', ({ program }) => {
  const record = ask(() => program.makeRequests(NINE));
  const counts = NINE.map((url) => sent(record).filter((request) => request.url === url).length);
  const often = NINE.filter((_, at) => (counts[at] ?? 0) > 1);
  const never = NINE.filter((_, at) => counts[at] === 0);
  const message =
    often.length > 0
      ? `These urls were sent ${Math.max(...counts)} times: ${often.sort().join(', ')}. Every call of getRequest makes a request of its own.`
      : `There is no line \`sent\` for ${never.join(', ')}. ${isfuture(record.result) ? aboutResult(record, NINE) : 'A coroutine object that nobody runs sends nothing.'}`;
  expect(counts).toEqual(
    NINE.map(() => 1),
    message,
  );
});

test('it works for any number of urls, also for none', ({ program }) => {
  for (const urls of [[], [7], [21, 20]]) {
    const record = ask(() => program.makeRequests(urls));
    expect(record.result).toEqual(pagesOf(urls), aboutResult(record, urls));
    const takes = urls.length === 0 ? 0 : 2;
    expect(record).toTake(
      takes,
      `For ${shown(urls)} it should take ${takes} s, as all requests are in flight at the same time. Yours took {actual}.`,
    );
  }
});
