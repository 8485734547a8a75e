/** Hands `drive` coroutines that suspend, return and raise, and looks at what it makes of them. No loop is needed, and the one that runs here is not used. */
import { expect, run, test } from 'grader';
import { awaitSymbol, iscoroutine, ValueError, type Coroutine } from 'asyncio';

type Run = ReturnType<typeof run>;

class Hand {
  readonly thing: unknown;

  constructor(thing: unknown) {
    this.thing = thing;
  }

  *[awaitSymbol](): Generator<unknown, void> {
    yield this.thing;
  }
}

const hand = (thing: unknown): PromiseLike<void> => new Hand(thing) as unknown as PromiseLike<void>;

async function hands(things: readonly unknown[], value: unknown): Promise<unknown> {
  for (const thing of things) await hand(thing);
  return value;
}

/** Suspends in a coroutine that it awaits, too. */
async function nested(): Promise<string> {
  await hand('before');
  const inside = await hands(['inside'], 'from inside');
  await hand('after');
  return `end, ${String(inside)}`;
}

async function fails(): Promise<never> {
  await hand('one');
  throw new ValueError('the bridge is closed');
}

/** A coroutine that says how often it was asked for a step after its error, and that ends it when this goes on. */
function watched(coroutine: Coroutine): { readonly coroutine: object; readonly afterTheError: () => number } {
  let errors = 0;
  const send = (value: unknown): IteratorResult<unknown> => {
    if (errors > MOST_ERRORS) return { done: true, value: undefined };
    try {
      return coroutine.send(value);
    } catch (error) {
      errors += 1;
      throw error;
    }
  };
  const iterator = { next: send, [Symbol.iterator]: () => iterator };
  return { coroutine: { send, [awaitSymbol]: () => iterator }, afterTheError: () => Math.max(0, errors - 1) };
}

const MOST_ERRORS = 3;

function driven(drive: (coroutine: unknown) => unknown, coroutine: unknown): Run {
  return run(async () => drive(coroutine));
}

function shown(value: unknown): string {
  if (value === undefined) return 'None';
  if (iscoroutine(value)) return 'a coroutine object';
  return JSON.stringify(value, (_, each: unknown) => (each === undefined ? 'None' : each)).replaceAll('"None"', 'None');
}

/** The pair that came back; undefined when none did. */
function pair(record: Run): readonly [unknown, unknown] | undefined {
  const { result } = record;
  return Array.isArray(result) && result.length === 2 ? [result[0], result[1]] : undefined;
}

/** Why there is no pair. */
function aboutNoPair({ error, result }: Run): string {
  if (error?.message.includes('cannot reuse already awaited coroutine'))
    return `drive raised ${error.type}: ${error.message}. The coroutine had ended already, and was asked for one more step.`;
  if (error?.message.includes('cannot be called from a running event loop'))
    return `drive raised ${error.type}: ${error.message}. It handed the coroutine to an event loop: here drive itself takes the steps.`;
  if (error) return ''; // the grader tells it, with its line and what to write
  if (iscoroutine(result))
    return 'drive returned a coroutine object, which somebody else would have to drive. It is to take the steps itself, and to return the list.';
  return `drive returned ${shown(result)}: it is to return a list of two things.`;
}

function aboutHanded(record: Run, things: readonly unknown[], value: unknown): string {
  const got = pair(record);
  if (got === undefined) return aboutNoPair(record);
  const [handed] = got;
  const did = `The coroutine handed out ${shown(things)}, and drive has ${shown(handed)}.`;
  if (!Array.isArray(handed)) return `${did} The first of the two is a list.`;
  if (handed.length === things.length + 1 && handed.at(-1) === value)
    return `${did} ${shown(value)} is not handed out: the coroutine returned it, and \`done\` was true.`;
  if (handed.length < things.length)
    return `${did} It suspended ${things.length} times, and each suspension hands out something, be it None.`;
  return `${did} There is one entry for each suspension, as it was handed out.`;
}

function aboutValue(record: Run, things: readonly unknown[], value: unknown): string {
  const got = pair(record);
  if (got === undefined) return aboutNoPair(record);
  const did = `The coroutine returned ${shown(value)}, and drive says ${shown(got[1])}`;
  if (things.length > 0 && got[1] === things.at(-1))
    return `${did}: that is what it handed out last. The value that it returned comes when \`done\` is true.`;
  return `${did}. What a coroutine returns comes with the step in which it ends.`;
}

const CASES: readonly (readonly [things: readonly unknown[], value: unknown])[] = [
  [['bridge', 'castle'], 'home'],
  [[7], 8],
  [['again', 'again', undefined, 'again'], 'end'],
  [[undefined], false],
];

test('everything that was handed out is in the list, in order', ({ program }) => {
  for (const [things, value] of CASES) {
    const record = driven(program.drive, hands(things, value));
    expect(pair(record)?.[0]).toEqual(things, aboutHanded(record, things, value));
  }
  const record = driven(program.drive, nested());
  const things = ['before', 'inside', 'after'];
  expect(pair(record)?.[0]).toEqual(things, aboutHanded(record, things, 'end, from inside'));
});

test('what the coroutine returned is the value', ({ program }) => {
  for (const [things, value] of CASES) {
    const record = driven(program.drive, hands(things, value));
    expect(pair(record)?.[1]).toBe(value, aboutValue(record, things, value));
  }
});

test('nothing is sent into the coroutine', ({ program }) => {
  const sent: unknown[] = [];
  const asks = {
    *[awaitSymbol](): Generator<unknown, void> {
      sent.push(yield 'a question');
      sent.push(yield 'another');
    },
  };
  const talk = async (): Promise<void> => {
    await (asks as unknown as PromiseLike<void>);
  };
  driven(program.drive, talk());
  const came = sent.filter((value) => value !== undefined);
  expect(came).toEqual(
    [],
    `The coroutine went on with ${came.map(shown).join(' and ')}, given to it by send. What send is given comes out where the coroutine goes on: here that is to be \`undefined\`.`,
  );
});

test('a coroutine that never suspends hands out nothing', ({ program }) => {
  const record = driven(program.drive, hands([], 'at once'));
  expect(pair(record)).toEqual(
    [[], 'at once'],
    pair(record) === undefined
      ? aboutNoPair(record)
      : `A coroutine returned 'at once' in its first step, without suspending, and drive gave ${shown(pair(record))}. It handed out nothing.`,
  );
});

test('an error inside the coroutine comes out of drive', ({ program }) => {
  const { coroutine, afterTheError } = watched(fails() as unknown as Coroutine);
  const record = driven(program.drive, coroutine);
  const asked = afterTheError();
  const { error } = record;
  const came = error === undefined ? `drive returned ${shown(record.result)}` : `drive raised ${error.type}: ${error.message}`;
  const again = asked > 0 ? `drive asked it for ${asked} more step${asked === 1 ? '' : 's'}, and then ` : '';
  expect(asked === 0 && error?.message === 'the bridge is closed').toBe(
    true,
    `The coroutine raised ValueError: the bridge is closed. ${again === '' ? 'Then ' : again}${came}. An error ends the coroutine: no step can follow, and there is no value to return.`,
  );
});

test('a coroutine with many suspensions is run to its end', ({ program }) => {
  const things = Array.from({ length: 500 }, (_, n) => n);
  const record = driven(program.drive, hands(things, 'long'));
  const handed = pair(record)?.[0];
  const steps = Array.isArray(handed) ? handed.length : 0;
  expect(steps).toBe(
    500,
    pair(record) === undefined
      ? aboutNoPair(record)
      : `The coroutine suspends 500 times, and drive has ${steps} of them. It has to go on until \`done\` is true.`,
  );
});
