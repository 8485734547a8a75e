/** Holds the reader's ten answers against what CPython said when it compiled the ten snippets. */
import { expect, test } from 'grader';

type Letter = 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h' | 'i' | 'j';

/** CPython's words, as the lesson shows them; undefined where it accepted the snippet. */
const REFUSED: Readonly<Record<Letter, string | undefined>> = {
  a: undefined,
  b: "'return' with value in async generator",
  c: undefined,
  d: "'await' outside async function",
  e: "'await' outside async function",
  f: undefined,
  g: "'async for' outside async function",
  h: undefined,
  i: "'await' outside function",
  j: undefined,
};

const WHY: Readonly<Record<Letter, string>> = {
  a: 'An async generator may end early, as long as it returns no value.',
  b: 'An async generator gives its values by `yield`. There is nobody to take one more.',
  c: 'A comprehension belongs to the function around it, and that one is an `async def`.',
  d: 'A `lambda` is a function of its own, and there is no `async` one.',
  e: 'What counts is the innermost function around the `await`. `inner` has a plain `def`.',
  f: 'Each of the two awaits has an `async def` as the innermost function around it.',
  g: 'An `async for` awaits the next value each time round, so it needs what an `await` needs.',
  h: 'There is no `await` in it. A plain function may make a coroutine object and hand it on.',
  i: 'There is no function around it at all. Only an asyncio REPL takes this.',
  j: 'What counts is the innermost function around the `yield from`. `numbers` has a plain `def`, so it is an ordinary generator function.',
};

function check(answers: unknown, letters: readonly Letter[]): void {
  for (const letter of letters) {
    const said: unknown = (answers as Record<string, unknown> | undefined)?.[letter];
    const right = REFUSED[letter] === undefined ? 'OK' : 'SyntaxError';
    expect(said).toBe(right, about(letter, said));
  }
}

function about(letter: Letter, said: unknown): string {
  if (said === '?') return `\`${letter}\` is still a question mark: write 'OK' or 'SyntaxError'.`;
  if (said !== 'OK' && said !== 'SyntaxError')
    return `\`${letter}\` is ${said === undefined ? 'missing' : JSON.stringify(said)}: it is to be 'OK' or 'SyntaxError'.`;
  const refused = REFUSED[letter];
  const did = refused === undefined ? 'CPython accepted it' : `CPython refused it: SyntaxError: ${refused}`;
  return `${letter}: you have '${said}'. ${did}. ${WHY[letter]}`;
}

test('what stands around an await, an async for or a yield is judged right', ({ program }) => {
  check(program.answers, ['c', 'g', 'h', 'i']);
});

test('what stands inside an inner function is judged right', ({ program }) => {
  check(program.answers, ['d', 'e', 'f', 'j']);
});

test('what an async generator returns is judged right', ({ program }) => {
  check(program.answers, ['a', 'b']);
});
