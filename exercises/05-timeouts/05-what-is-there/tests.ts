/** Asks shops that answer at known times, and looks at what is returned when, and at what becomes of the rest. */
import { expect, run, test } from 'grader';
import { CancelledError, gather, sleep, Task } from 'asyncio';

class ShopClosed extends Error {
  override name = 'ShopClosed';
}

async function quote(shop: string, seconds: number): Promise<string> {
  try {
    await sleep(seconds);
  } catch (error) {
    if (error instanceof CancelledError) console.log(`${shop} was cancelled`);
    throw error;
  }
  console.log(`${shop} has answered`);
  return shop;
}

async function closed(seconds: number): Promise<string> {
  await sleep(seconds);
  throw new ShopClosed('closed');
}

type Run = ReturnType<typeof run>;

/** What `firstQuotes` is to return. */
interface Split {
  readonly quotes: readonly string[];
  readonly pending: readonly Task<string>[];
}

const lines = (record: Run): string[] => record.output.map(({ text, t }) => `${text} at ${t} s`);

test('after the limit the quotes that are there are returned', ({ program }) => {
  const record = run(async () => {
    const { quotes, pending } = (await program.firstQuotes([quote('A', 1), quote('B', 5), quote('C', 1.5)], 2)) as Split;
    console.log('returned');
    await gather(...pending, { returnExceptions: true });
    return quotes;
  });
  const returned = record.output.find(({ text }) => text === 'returned');
  expect(record).toFinish('A limit that is over is nothing to raise here: what is there is returned.');
  expect(returned?.t).toBe(2, 'The limit was 2 s, and it returned at {actual} s.');
  expect([...(record.result as string[])].sort()).toEqual(
    ['A', 'C'],
    'By 2 s A and C had answered, and the quotes were {actual}.',
  );
});

test('what is pending goes on, and gives its quote later', ({ program }) => {
  const record = run(async () => {
    const { pending } = (await program.firstQuotes([quote('A', 1), quote('B', 3), quote('C', 4)], 2)) as Split;
    console.log(`pending: ${pending.length}`);
    const later: unknown[] = [];
    for (const each of pending) later.push(each instanceof Task ? await gather(each, { returnExceptions: true }) : 'no task');
    return later;
  });
  const told = record.output.find(({ text }) => text.startsWith('pending'))?.text;
  expect(lines(record)).not.toContain(
    'B was cancelled at 2 s',
    'At 2 s the requests that were not done were cancelled: their quotes will never come.',
  );
  expect(told).toBe('pending: 2', 'Of three requests one was done by 2 s, and what came back was {actual}.');
  expect(lines(record)).toEqual(
    ['A has answered at 1 s', 'pending: 2 at 2 s', 'B has answered at 3 s', 'C has answered at 4 s'],
    'This happened: {actual}. B and C were to answer at 3 and 4 s, once each.',
  );
  expect(record.result).toEqual([['B'], ['C']], 'The pending tasks gave {actual}: they are the tasks that wait for B and for C.');
});

test('the quotes stand in the order of the requests', ({ program }) => {
  const record = run(async () => {
    const { quotes, pending } = (await program.firstQuotes(
      [quote('slow', 1.9), quote('never', 9), quote('quick', 0.5), quote('later', 5), quote('middle', 1)],
      2,
    )) as Split;
    return { quotes, pending: await gather(...pending, { returnExceptions: true }) };
  });
  expect(record.result).toEqual(
    { quotes: ['slow', 'quick', 'middle'], pending: ['never', 'later'] },
    'Asked were slow, never, quick, later and middle; returned was {actual}. Both lists stand in the order of the requests, whoever answers first.',
  );
});

test('when all are there, nobody waits for the limit', ({ program }) => {
  const record = run(() => program.firstQuotes([quote('A', 1), quote('B', 0.5)], 60));
  expect(record).toTake(1, 'Both had answered after 1 s, and it took {actual}.');
  expect(record.result).toEqual({ quotes: ['A', 'B'], pending: [] }, 'Both had answered, and returned was {actual}.');
  const none = run(() => program.firstQuotes([], 60));
  expect(none).toTake(0, 'Nobody was asked, and it took {actual}.');
  expect(none.result).toEqual({ quotes: [], pending: [] }, 'Nobody was asked, and returned was {actual}.');
});

test('a request that failed is an error, and costs no other quote', ({ program }) => {
  const record = run(async () => {
    try {
      await program.firstQuotes([quote('A', 1), closed(0.5), quote('B', 3)], 2);
      console.log('returned');
    } catch (error) {
      console.log(error instanceof ShopClosed ? 'raised' : 'raised something else');
    }
    await sleep(10);
  });
  const end = record.output.find(({ text }) => text.startsWith('r'));
  expect(end?.text).toBe('raised', 'A shop raised ShopClosed at 0.5 s, and firstQuotes {actual}: its error has to come out.');
  expect(end?.t).toBe(
    2,
    'The error came out at {actual} s. One shop that fails does not end the wait for the others: they have until 2 s.',
  );
  expect(lines(record)).toContain(
    'B has answered at 3 s',
    'B was to answer at 3 s, and this happened: {actual}. The others go on.',
  );
});
