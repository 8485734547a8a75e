/** Fetches batches of pages whose times are known from the program's own table, and looks at pages, times and what was asked for. */
import { expect, run, test } from 'grader';
import { sleep } from 'asyncio';

type Run = ReturnType<typeof run>;

const asked = (record: Run): string[] =>
  record.output.flatMap(({ text }) => (text.startsWith('asking for ') ? [text.slice('asking for '.length)] : []));

const inWords = (pages: unknown): string => (Array.isArray(pages) ? pages.map(String).join(', ') || 'no page' : String(pages));

test('pages that come in time are all returned', ({ program }) => {
  const record = run(() => program.fetchBatch(['home', 'about', 'contact']));
  expect(record.result).toEqual(
    ['home.html', 'about.html', 'contact.html'],
    `All three pages come within a second, and this was returned: ${inWords(record.result)}.`,
  );
  expect(record).toTake(1.5, 'Three pages of half a second each took {actual}: the server answers one request at a time.');
});

test('a page that takes longer than a second is left out', ({ program }) => {
  const record = run(() => program.fetchBatch(['home', 'news', 'about']));
  expect(record).toFinish('The page `news` takes 4 s, and the error of its timeout ended the whole batch.');
  expect(record.result).toEqual(
    ['home.html', 'about.html'],
    `\`news\` takes 4 s and had 1 s. Returned was: ${inWords(record.result)}. One page that is late is given up; the others are still wanted.`,
  );
  expect(record).toTake(2, 'Half a second, a second until `news` was given up, and half a second make 2 s; it took {actual}.');
});

test('the batch is over after three seconds', ({ program }) => {
  const slow = run(() => program.fetchBatch(['map', 'shop', 'map', 'shop', 'map', 'shop', 'map', 'shop', 'map']));
  expect(slow).toFinish(
    'Nine pages that never come: at 3 s the error of the batch’s timeout came out, in place of the pages so far.',
  );
  expect(slow).toTake(
    3,
    'Nine pages, each given up after 1 s, took {actual}: the limits of the pages add up. The batch has a limit of its own.',
  );
  const between = run(() => program.fetchBatch(['home', 'map', 'map', 'map']));
  expect(between).toTake(
    3,
    'Half a second, and then pages that never come: it took {actual}. At 3 s a page was still being waited for, and the batch is over whatever it waits for.',
  );
});

test('what came before the end is returned, and nothing goes on', ({ program }) => {
  const some = run(async () => {
    const pages: unknown = await program.fetchBatch(['home', 'about', 'news', 'contact', 'map', 'home', 'about']);
    console.log(`returned ${inWords(pages)}`);
    await sleep(20);
  });
  const returned = some.output.find(({ text }) => text.startsWith('returned '));
  expect(some.output.filter(({ t, text }) => t > 3.0001 && text.startsWith('asking')).map(({ text }) => text)).toEqual(
    [],
    'After its 3 s the batch went on asking for pages: it had been cancelled, and did not stop.',
  );
  expect(returned?.text).toBe(
    'returned home.html, about.html, contact.html',
    'By 3 s `home`, `about` and `contact` had come. {actual}: what came before the end is still wanted.',
  );
});

test('each page is asked for once, one after the other', ({ program }) => {
  const record = run(() => program.fetchBatch(['about', 'news', 'contact', 'home']));
  expect(asked(record)).toEqual(
    ['about', 'news', 'contact', 'home'],
    `It asked for: ${asked(record).join(', ') || 'nothing'}. Each page is asked for once, in the given order.`,
  );
  const times = record.output.filter(({ text }) => text.startsWith('asking for ')).map(({ t }) => t);
  expect(times).toEqual(
    [0, 0.5, 1.5, 2],
    `The four were asked for at ${times.join(', ')} s. The server answers one request at a time: ask for the next when the one before it is over.`,
  );
});

test('an error of a request comes out', ({ program }) => {
  const record = run(() => program.fetchBatch(['home', 'moon', 'about']));
  expect(record).toRaise(
    'ValueError',
    'There is no page `moon`: a request raised a ValueError, and that did not come out: it was taken for a page that is late.',
  );
});
