/** Hands `classify` one thing of each kind, made by real asyncio code, and looks at its answer and at what it left untouched. */
import { expect, run, test } from 'grader';
import { awaitSymbol, createTask, getRunningLoop, sleep } from 'asyncio';

type Classify = (x: unknown) => unknown;

async function page(): Promise<string> {
  await sleep(1);
  return 'page';
}

async function* pages(): AsyncGenerator<string> {
  yield 'page 1';
}

const arrow = async (n: number): Promise<number> => n;

/** Asks about one thing inside a running loop; the answer is a text in any case. */
function ask(classify: Classify, make: () => unknown): string {
  const record = run(async () => {
    const thing = make();
    try {
      return String(classify(thing));
    } catch (error) {
      return `raised ${error instanceof Error ? error.name : 'something'}`;
    } finally {
      if (isClosable(thing)) thing.close();
    }
  });
  return String(record.result);
}

/** A coroutine object that is only looked at is closed, so that it is not reported as never awaited. */
function isClosable(thing: unknown): thing is { close: () => void } {
  return typeof thing === 'object' && thing !== null && 'close' in thing && 'send' in thing && typeof thing.close === 'function';
}

function said(answer: string): string {
  return answer.startsWith('raised') ? `classify ${answer}` : `you said '${answer}'`;
}

function check(classify: Classify, kind: string, things: [string, () => unknown][], idea: (answer: string) => string): void {
  for (const [what, make] of things) {
    const answer = ask(classify, make);
    expect(answer).toBe(kind, `${what}: ${said(answer)}. ${idea(answer)}`);
  }
}

test('what a call of an async function gives is a coroutine', ({ program }) => {
  check(
    program.classify,
    'coroutine',
    [
      ['`page()`', () => page()],
      ['`arrow(1)`', () => arrow(1)],
    ],
    () => 'It is what the call made: an object that can be awaited, once.',
  );
});

test('what a call of an async generator function gives is an async generator', ({ program }) => {
  check(program.classify, 'async generator', [['`pages()`', () => pages()]], (answer) => {
    if (answer !== 'coroutine') return 'A call of an `async function*` makes an object that is gone through with `for await`.';
    return `${whyNotAwaitable()}. It is gone through with \`for await\`.`;
  });
});

/** What asyncio itself says to `await pages()`. */
function whyNotAwaitable(): string {
  const record = run(async () => {
    try {
      return await (pages() as unknown);
    } catch (error) {
      return error instanceof Error ? `${error.name}: ${error.message}` : 'an error';
    }
  });
  return `\`await\` on it raises ${String(record.result)}`;
}

test('an async function itself is a coroutine function', ({ program }) => {
  check(
    program.classify,
    'coroutine function',
    [
      ['`page`', () => page],
      ['an async arrow function', () => arrow],
    ],
    () => 'It is a recipe: every call of it makes a new coroutine object.',
  );
});

test('a future and a task are futures', ({ program }) => {
  const futures: [string, () => unknown][] = [
    ['a future', () => getRunningLoop().createFuture()],
    ['a task', () => createTask(page())],
  ];
  check(program.classify, 'future', futures, (answer) => {
    if (answer === 'coroutine')
      return 'It may stand behind `await`, but so may several kinds of things: a future holds a place for a result, a coroutine object does not.';
    return 'It holds a place for a result that comes later, and a task is a future that is filled by running a coroutine.';
  });
});

test('everything else is other', ({ program }) => {
  const others: [string, () => unknown][] = [
    ['an ordinary function', () => (n: number) => n],
    ['an async generator function', () => pages],
    ['42', () => 42],
    ["the text 'coroutine'", () => 'coroutine'],
    ['undefined', () => undefined],
    ['null', () => null],
    ['an empty object', () => ({})],
    ['an iterator', () => [1].values()],
    ['an object with a method `then`', () => ({ then: () => undefined })],
    ['an object of its own that may be awaited', () => ({ [awaitSymbol]: () => [][Symbol.iterator]() })],
  ];
  check(program.classify, 'other', others, (answer) =>
    answer.startsWith('raised')
      ? 'Any value may come, also one that has no properties to look at.'
      : 'It may look like one of the four kinds, but asyncio treats it as none of them.',
  );
});

test('classifying calls nothing', ({ program }) => {
  let calls = 0;
  const answer = ask(program.classify, () => () => {
    calls += 1;
  });
  expect(calls).toBe(
    0,
    `An ordinary function, given to classify (${said(answer)}), was called ${calls} time${calls === 1 ? '' : 's'}: looking must not do the work.`,
  );
});
