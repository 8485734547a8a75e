/** Every await and every place in compiled code leads back to the learner's own line and column. */
import { parse, type AnyNode } from 'acorn';
import { full } from 'acorn-walk';
import { describe, expect, test } from 'vitest';
import type { CompiledProgram } from '../../src/compiler/index.ts';
import { asyncio, asyncTraceback } from '../../src/runtime/index.ts';
import { CORPUS, programOf } from './corpus.ts';
import { compiled, ran, runProgram } from './running.ts';

/** The packed positions of all awaits in a program's code, in the order of the code. */
function awaitsIn(program: CompiledProgram): { readonly line: number; readonly column: number }[] {
  const found: { line: number; column: number; at: number }[] = [];
  full(parse(program.code, { ecmaVersion: 'latest', sourceType: 'script' }), (node: AnyNode) => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier' || !/^\$at\$*$/.test(node.callee.name)) return;
    const position = node.arguments[1];
    if (position?.type !== 'Literal') return;
    const packed = Number(position.value);
    found.push({ line: Math.floor(packed / 4096), column: packed % 4096, at: node.end });
  });
  return found.sort((a, b) => a.at - b.at).map(({ line, column }) => ({ line, column }));
}

/** The place in the source for a place in the code, both as line from 1 and column from 0. */
function lookUp(program: CompiledProgram, line: number, column: number): readonly [line: number, column: number] | undefined {
  const row = program.positions[line - 1] ?? [];
  let found: readonly [number, number] | undefined;
  for (let i = 0; i + 2 < row.length && (row[i] ?? Infinity) <= column; i += 3) found = [row[i + 1] ?? 0, row[i + 2] ?? 0];
  return found;
}

const textAt = (source: string, line: number, column: number): string => source.split('\n')[line - 1]?.slice(column) ?? '';

const LAYOUT = `interface Gone {
  a: number;
}
enum Kept { A, B }
import { run, sleep } from 'asyncio';
type Also = Gone;

async function main(): Promise<void> {
\tconst first = await sleep(1);
\t\tconst 变量 = "é😀é", second = await (sleep(2) as Promise<void>), third = [await sleep(3), await
      sleep(4)];
  for await (const x of [] as unknown as AsyncIterable<number>) { await sleep(x); }
  const f = async () => await sleep(5);
  class C { private async m<T>(x: T): Promise<void> { return await sleep(6); } static async s() { await sleep(7); } }
  return (await f())!;
}
run(main());
`;

describe('awaits', () => {
  test('say where the word await stands, after types, tabs and unicode', async () => {
    const source = LAYOUT;
    const places = awaitsIn(await compiled(source));
    const expected = [...source.matchAll(/await/g)].map(({ index }) => {
      const before = source.slice(0, index).split('\n');
      return { line: before.length, column: before.at(-1)?.length ?? 0 };
    });
    // \`for await\` waits in two places: for the next item, and when it is left.
    const loop = expected[4];
    expect(loop?.line).toBe(12);
    const inOrder = [...places].sort((a, b) => a.line - b.line || a.column - b.column);
    expect(inOrder).toEqual(expected.toSpliced(4, 0, loop ?? { line: 0, column: 0 }));
  });

  test.each(Object.entries(CORPUS))('are found in the source of: %s', async (_, body) => {
    const source = programOf(body);
    for (const { line, column } of awaitsIn(await compiled(source)))
      expect(textAt(source, line, column)).toMatch(/^(?:await|using)\b/);
  });

  test('columns past 4095 are told as 4095', async () => {
    const program = await compiled(`async function f() { ${' '.repeat(5000)}await f(); }`);
    expect(awaitsIn(program)).toEqual([{ line: 1, column: 4095 }]);
  });
});

describe('the table of positions', () => {
  // Every word that begins with "mark" stands once in the source, and is found again in the code.
  const source = `import { run, gather } from 'asyncio';
interface Gone { mark0: string }
const mark1 = 1, 变量 = '😀', mark2 = \`a\${mark1 + 0}
b\`;
\tasync function mark3(mark4: number, { mark5 = mark1 }: any = {}): Promise<void> { await mark6(mark7, await mark8()); mark9; }
enum E { Mark }
namespace N { export const q = mark10; }
const mark11 = async <T,>(mark12: T) => mark13(mark12 as any, (mark14)), mark15 = { async mark16() { return mark17; }, mark18: async () => mark19 };
class Mark extends Object { async mark20(mark21?: string) { await mark22; this.mark23; } static async mark24() { return mark25 } async #own() { mark27 } mark28 = async () => mark29; async [mark30()]() { mark31 } }
async function* mark32() { yield mark33; yield* mark34; await mark35; }
function outer(mark36: any) {
  async function mark37() { for await (const mark38 of mark39) { if (mark40) break; } }
  { using mark41 = mark42; }
  return async () => { await mark43(arguments, mark44); };
}
export default async function () { mark45; }
export { mark46 } ; const mark46 = mark47!.mark48 as string;
`;

  test('leads from every name in the code to the same name in the source', async () => {
    const program = await compiled(source);
    const codeLines = program.code.split('\n');
    let found = 0;
    for (const [index, text] of codeLines.entries()) {
      if (index === 0) continue; // ours
      for (const { 0: name, index: column } of text.matchAll(/\bmark\d+\b(?!\$gen)/g)) {
        const place = lookUp(program, index + 1, column);
        // So are the wrapper behind a function, its mark, and names in texts.
        if (/(?:\} function |\$mark\(|")$/.test(text.slice(0, column))) continue;
        expect([name, place && textAt(source, ...place).slice(0, name.length)]).toEqual([name, name]);
        found++;
      }
    }
    expect(found).toBeGreaterThan(45);
  });

  test('has a row for each line of code, rising columns, and nothing for what is ours', async () => {
    for (const body of [source, ...Object.values(CORPUS).map(programOf)]) {
      const { code, positions } = await compiled(body);
      const codeLines = code.split('\n');
      expect(positions).toHaveLength(codeLines.length);
      expect(positions[0]).toEqual([]);
      expect(positions.at(-1)).toEqual([]);
      const sourceLines = body.split('\n');
      for (const [index, row] of positions.entries()) {
        expect(row.length % 3).toBe(0);
        for (let i = 0; i < row.length; i += 3) {
          const [generated = -1, line = 0, column = -1] = row.slice(i, i + 3);
          expect(generated).toBeGreaterThan(i === 0 ? -1 : (row[i - 3] ?? -1));
          expect(generated).toBeLessThanOrEqual(codeLines[index]?.length ?? 0);
          expect(column).toBeLessThanOrEqual(sourceLines[line - 1]?.length ?? -1);
        }
      }
    }
  });

  test('leads an error thrown anywhere to its line', async () => {
    const throwing = `import { run, sleep } from 'asyncio';
interface Gone {
  x: number;
}
const fail = (): never => {
	throw new Error('here');
};
class C { async method(): Promise<void> {
    await sleep(1);
    fail();
  } }
async function main() {
  await sleep(1);

  await new C().method();
}
run(main());`;
    const program = await compiled(throwing, 'thrown.ts');
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 100;
    let caught: unknown;
    try {
      runProgram(program, { asyncio });
    } catch (error) {
      caught = error;
    } finally {
      Error.stackTraceLimit = stackTraceLimit;
    }
    const stack = [...((caught as Error).stack ?? '').matchAll(/thrown\.ts:(\d+):(\d+)/g)];
    const places = stack.map(([, line, column]) => lookUp(program, Number(line), Number(column) - 1)?.[0]);
    expect(places.slice(0, 2)).toEqual([6, 10]);
    expect(places).toContain(17);
    expect(asyncTraceback(caught).map((frame) => [frame.function, frame.line, frame.column])).toContainEqual(['main', 15, 3]);
  });
});

test('code ends with the file that it came from', async () => {
  expect((await compiled('const a = 1;', 'my-file.ts')).code).toMatch(/\n\/\/# sourceURL=my-file\.ts$/);
  await expect(ran('')).resolves.toMatchObject({ lines: [] });
});
