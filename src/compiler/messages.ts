/** esbuild's messages as compile errors: columns in UTF-16 units instead of bytes, and a line on what to write for the mistakes that are usual. */
import type { Location, Message } from 'esbuild';
import type { CompileError } from './program.ts';

/** A usual mistake: `message` replaces esbuild's words, `hint` says what to write. */
interface Known {
  readonly when: RegExp;
  readonly message?: string;
  readonly hint: string | ((message: Message, line: string) => string | undefined);
}

const KNOWN: readonly Known[] = [
  {
    when: /^Top-level await is not available/,
    message: '"await" can only be used inside an "async" function',
    hint: 'A script starts with `run(main())`: put this line into `async function main()` and call that once, at the end.',
  },
  { when: /can only be used inside an "async" function|outside an async function/, hint: (message) => asyncHint(message) },
  { when: /^The keyword "await" cannot be used here/, hint: 'The parameters of a function cannot await: await in its body.' },
  { when: /^Cannot use "await" as an identifier/, hint: '`await` is a keyword; choose another name.' },
  {
    when: /^Unterminated regular expression|^Expected identifier but found "\/"/,
    hint: (_, line) => (/<\/?\w+[^<]*>/.test(line) ? 'There is no JSX here: a program prints with `console.log`.' : undefined),
  },
  {
    when: /^Unterminated string literal/,
    hint: 'A string ends on the line where it begins, with the quote that began it. For several lines use `…` (backquotes).',
  },
  { when: /^Unexpected end of file/, hint: 'Something is not closed: look for a `{`, `(` or `[` without its partner.' },
  { when: /^Expected "}" but found end of file/, hint: 'Something is not closed: look for a `{` or `${` without its `}`.' },
  { when: /^Expected "\)" but found/, hint: 'A `(` before this is not closed.' },
  { when: /^Expected "\]" but found/, hint: 'A `[` before this is not closed.' },
  { when: /^Expected ";" but found "(?:def|main)"/, hint: (_, line) => pythonHint(line) },
  { when: /^Expected ";" but found "(?!def)/, hint: (_, line) => pythonHint(line) },
  { when: /^Expected "\(" but found/, hint: 'The condition of `if`, `while` and `for` stands in round brackets.' },
  {
    when: /^With statements cannot be used/,
    hint: "Python's `async with X as y` is `await asyncWith(X, async (y) => { … })` here.",
  },
  { when: /^Top-level return/, hint: 'Only a function can return.' },
  { when: /has already been declared$/, hint: (message) => firstDeclared(message) },
];

/** Where `async` must be written, as esbuild notes it. */
function asyncHint(message: Message): string {
  const line = message.notes.find(({ location }) => location?.suggestion === 'async')?.location?.line;
  return `Make the function async: write \`async\` before it${line === undefined || line === message.location?.line ? '' : `, on line ${line}`}.`;
}

/** What a line of Python is in TypeScript. */
function pythonHint(line: string): string | undefined {
  if (/^\s*(?:async\s+)?def\b/.test(line))
    return "Python's `def f():` is `function f() { … }` here, `async def` is `async function`.";
  if (/^\s*from\s+\w+\s+import\b/.test(line))
    return "Python's `from asyncio import run` is `import { run } from 'asyncio'` here.";
  if (/^\s*async\s+(?:with|for)\b/.test(line))
    return "Python's `async for x in y` is `for await (const x of y)`, `async with` is `await asyncWith(…)`.";
  return undefined;
}

function firstDeclared(message: Message): string | undefined {
  const line = message.notes.find(({ location }) => location !== null)?.location?.line;
  return line === undefined ? undefined : `It was declared first on line ${line}.`;
}

const bytes = new TextEncoder();

/** UTF-16 units of the first `length` bytes of `text`. */
function unitsOf(text: string, length: number): number {
  let units = 0;
  for (let left = length; left > 0 && units < text.length;) {
    const character = String.fromCodePoint(text.codePointAt(units) ?? 0);
    left -= bytes.encode(character).length;
    units += character.length;
  }
  return units;
}

/** A place of esbuild's (column and length in bytes) as ours. */
function placed(location: Location | null): Pick<CompileError, 'line' | 'column' | 'length'> {
  if (location === null) return { line: 1, column: 1, length: 0 };
  const { line, lineText, column, length } = location;
  const start = unitsOf(lineText, column);
  return { line, column: start + 1, length: unitsOf(lineText.slice(start), length) };
}

/** esbuild's errors in the order of their places. */
export function errorsOf(messages: readonly Message[]): CompileError[] {
  return messages
    .map((message): CompileError => {
      const known = KNOWN.find(({ when }) => when.test(message.text));
      const hint = typeof known?.hint === 'function' ? known.hint(message, message.location?.lineText ?? '') : known?.hint;
      return { message: known?.message ?? message.text, ...placed(message.location), ...(hint === undefined ? {} : { hint }) };
    })
    .sort((a, b) => a.line - b.line || a.column - b.column);
}
