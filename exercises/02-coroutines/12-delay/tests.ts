/** Awaits delays: once, again, from two tasks, and not at all. */
import { expect, run, test } from 'grader';
import { gather, sleep } from 'asyncio';

type Run = ReturnType<typeof run>;

function awaited(make: () => unknown): Run {
  return run(async () => await make());
}

/** What `[awaitSymbol]` did wrong, by what the event loop said to it; undefined when it said nothing. */
function aboutError({ error }: Run): string | undefined {
  if (error === undefined) return undefined;
  const said = `${error.type}: ${error.message}`;
  if (error.message.includes('non-iterator'))
    return `The loop said ${said}. \`[awaitSymbol]\` gives an iterator, which the loop goes through; what it returns at its end is the result.`;
  if (error.message.includes('returned a coroutine'))
    return `The loop said ${said}. A coroutine object is no iterator, so the method cannot be async.`;
  if (error.message.includes('got bad yield'))
    return `The loop said ${said}. What is yielded goes to the event loop, and it can wait for a future only. The result is what the iterator returns.`;
  if (error.message.includes('instead of yield from'))
    return `The loop said ${said}. A future wants to be awaited, with all of its own iterator, and not to be handed out by itself.`;
  if (error.message.includes('cannot reuse') || error.message.includes('being awaited already'))
    return `The loop said ${said}. Both times the same coroutine object was to run, and a coroutine object runs once.`;
  if (error.message.includes('is not iterable'))
    return `JavaScript said ${said}. \`yield*\` goes through an iterator. What it was given here is none. To be awaitable is not yet to be an iterator.`;
  if (error.message.includes("object can't be awaited"))
    return `The loop said ${said}: it found no method \`[awaitSymbol]\`. A method \`then\` is what JavaScript would look for.`;
  return ''; // the grader tells it, with its line and what to write
}

function shown(value: unknown): string {
  return value === undefined ? 'None' : JSON.stringify(value);
}

test('await gives the value', ({ program }) => {
  for (const value of ['tea', 0, false, null]) {
    const record = awaited(() => new program.Delay(1, value));
    expect(record.error === undefined ? record.result : record.error.message).toBe(
      value,
      aboutError(record) ?? `\`await new Delay(1, ${shown(value)})\` gave ${shown(record.result)}.`,
    );
  }
});

test('await takes as long as the delay', ({ program }) => {
  for (const seconds of [2.5, 0]) {
    const record = awaited(() => new program.Delay(seconds, 'x'));
    expect(record.outcome).toBe('finished', aboutError(record));
    const blocked = record.events.some((event) => event.ev === 'clock.block');
    expect(blocked).toBe(
      false,
      `During \`await new Delay(${seconds}, 'x')\` a call of time.sleep held the whole thread. An await is to hold nobody else.`,
    );
    expect(record).toTake(seconds, `\`await new Delay(${seconds}, 'x')\` took {actual}.`);
  }
});

test('it can be awaited several times, and waits each time', ({ program }) => {
  const record = run(async () => {
    const delay: unknown = new program.Delay(2, 'again');
    return [await delay, await delay, await delay];
  });
  expect(record.outcome).toBe('finished', aboutError(record));
  expect(record.result).toEqual(['again', 'again', 'again'], `Awaited three times, it gave ${shown(record.result)}.`);
  expect(record).toTake(
    6,
    'A delay of 2 s was awaited three times, one after the other. It took {actual} in all: each await counts its seconds anew.',
  );
});

test('two tasks can await it at the same time', ({ program }) => {
  const record = run(async () => {
    const delay: unknown = new program.Delay(3, 'both');
    const wait = async (): Promise<unknown> => await delay;
    return await gather(wait(), wait());
  });
  expect(record.outcome).toBe('finished', aboutError(record));
  expect(record.result).toEqual(['both', 'both'], `Awaited by two tasks, it gave ${shown(record.result)}.`);
  expect(record).toTake(3, 'Two tasks awaited a delay of 3 s at the same time. It took {actual}: each waits for itself.');
});

test('making one does nothing yet', ({ program }) => {
  const record = run(async () => {
    const delay: unknown = new program.Delay(2, 'late');
    await sleep(5);
    return await delay;
  });
  expect(record.outcome).toBe('finished', aboutError(record));
  expect(record).toTake(
    7,
    'A delay of 2 s was made, and awaited after 5 s. All was over after {actual}: the seconds count from the await, not from `new`.',
  );
  const unused = run(async () => {
    new program.Delay(4, 'unused');
  });
  const said = unused.warnings.map((warning) => warning.text).join('; ');
  expect(said).toBe(
    '',
    `A delay was made that nobody awaits, and Python said: ${said}. Nothing is to begin before the await, no coroutine object either.`,
  );
});
