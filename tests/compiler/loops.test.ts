/** Each loop counts its turns, and does otherwise what it did before. */
import { describe, expect, test } from 'vitest';
import { helpers } from '../../src/runtime/index.ts';
import { compiled, printed, printedNatively } from './running.ts';

/** The lines that the loops of a program give as their own, in the order in which they stand. */
async function countedLines(source: string): Promise<number[]> {
  const { code } = await compiled(source);
  return [...code.matchAll(/\$turn\((\d+), "main\.ts"\)/g)].map(([, position]) => Math.floor(Number(position) / 4096));
}

test('every kind of loop counts its turns, with and without braces', async () => {
  const lines = await countedLines(`let i = 0;
for (; i < 1; i++) {}
for (; i < 2; i++);
for (const k in {}) console.log(k);
for (const k of []) { console.log(k); }
while (i++ < 9) continue;
do i--; while (i > 3);
do { i--; } while (i > 0);
async function f(it: AsyncIterable<number>) {
  for await (const x of it) console.log(x);
}
f([] as never);
`);
  expect(lines).toEqual([2, 3, 4, 5, 6, 7, 8, 10]);
});

test('a loop that the compiler added is nobody’s', async () => {
  const source = `using file = { [Symbol.dispose]() {} };\nconsole.log(file !== null);\n`;
  const { code } = await compiled(source);
  expect(code).toContain('while (stack');
  expect(await countedLines(source)).toEqual([]);
});

test('a program without a loop counts nothing', async () => {
  expect((await compiled(`console.log([1].map(String));`)).code).not.toContain('turn');
});

test('names of the program’s own are no counters', async () => {
  const lines = await printed(`const $turn = 'mine', turn = 1; for (let i = 0; i < 2; i++) console.log($turn, turn, i);`);
  expect(lines).toEqual(['mine 1 0', 'mine 1 1']);
});

describe('as in every JavaScript', () => {
  test.each<[string, string]>([
    [
      'each turn of a `for` with `let` has variables of its own',
      `const all: (() => number)[] = []; for (let i = 0; i < 3; i++) all.push(() => i); for (const x of [7, 8]) all.push(() => x); for (let i = 0; i < 4; i++) { all.push(() => i); i++; } console.log(all.map((f) => f()));`,
    ],
    [
      'labels lead where they led',
      `outer: for (let i = 0; i < 3; i++) for (const j of [0, 1, 2]) { if (j === 1) continue outer; if (i === 2) break outer; console.log(i, j); } a: { for (;;) break a; } b: while (true) { do { continue b; } while (i2++ < 0); } var i2; console.log('end');`.replace(
        'b: while (true) { do { continue b; } while (i2++ < 0); } var i2; ',
        'let n = 0; b: while (n < 2) { do { n++; continue b; } while (true); } console.log(n); ',
      ),
    ],
    [
      '`continue` in a `do … while` looks at its condition',
      `let i = 0; do { i++; if (i === 2) continue; console.log(i); } while (i < 4);`,
    ],
    [
      'a body may be anything',
      `let i = 0, s = ''; for (; i < 3; i++); while (i > 0) if (i % 2) { s += i--; } else i--; do try { i++; if (i === 2) throw 1; } catch { s += 'c'; } while (i < 4); for (const x of [1]) for (const y in { k: 1 }) while (s.length < 9) s += x + y; for (const x of [1, 2]) switch (x) { case 1: continue; default: s += '!'; } console.log(i, s);`,
    ],
    [
      '`var` and functions in a body are where they were',
      `for (var i = 0; i < 2; i++) { var v = i; console.log(f()); function f() { return v; } } for (const _ of [1]) { const made = g; async function g() {} console.log(made === g, g.name); } console.log(i, v);`,
    ],
    [
      'generators and iterators are closed as they were',
      `function* count() { try { for (let i = 0; ; i++) yield i; } finally { console.log('closed'); } } for (const x of count()) if (x > 2) break; const it = count(); console.log(it.next(), it.return(9)); for (const [a, b = a] of [[1], [2, 3]]) console.log(a, b);`,
    ],
    [
      'what a loop throws comes through',
      `try { for (const x of [1, 2]) { if (x === 2) throw new Error('at ' + x); } } catch (error) { console.log((error as Error).message); }`,
    ],
    [
      'loops in coroutines wait as they waited',
      `import { run, sleep } from 'asyncio'; async function* twice() { for (const x of [1, 2]) yield x; } async function main() { for (let i = 0; i < 2; i++) await sleep(0); do console.log(await sleep(0, 'slept')); while (false); for await (const x of twice()) console.log(x); for (const x of [await sleep(0, 3)]) console.log(x); let n = 0; while (await sleep(0, n++ < 2)) console.log(n); } run(main());`,
    ],
    [
      'members of objects and statics of classes',
      `class C { static list: number[] = []; static { for (let i = 0; i < 2; i++) this.list.push(i); } get sum() { let s = 0; for (const x of C.list) s += x; return s; } } console.log(C.list, new C().sum);`,
    ],
  ])('%s', async (_what, source) => {
    expect(await printed(source)).toEqual(await printedNatively(source));
  });
});

test('the call knows the loop’s line in the learner’s file, and errors in its body keep theirs', async () => {
  const source = `type T = number;\n\n\nconst list: T[] = [1];\n  for (const x of list) {\n    console.log(x);\n  }\n`;
  expect(await countedLines(source)).toEqual([5]);
  const { code, positions } = await compiled(source);
  const row = code.split('\n').findIndex((line) => line.includes('console.log(x)'));
  const [column, line, from] = positions[row] ?? [];
  expect([column, line, from]).toEqual([0, 6, 4]);
});

test('the helper that is called is the runtime’s', () => {
  expect(helpers.turn).toBeTypeOf('function');
});
