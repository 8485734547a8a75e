/** Stacks of three engines, as they write them. The programs' lines are those of the table, so that only the reading is tested here. */
import { expect, test } from 'vitest';
import { parseStack } from '../../src/sandbox/positions.ts';

/** A program each of whose lines came from the line before, one column further right. */
const program = {
  file: 'main.ts',
  positions: Array.from({ length: 40 }, (_, line) => (line === 0 ? [] : [0, line, 1, 10, line, 11])),
};

const shown = (stack: string): string[] =>
  parseStack(stack, [program]).map((frame) =>
    frame.of === 'ours'
      ? 'ours'
      : `${frame.position.function ?? '-'} ${String(frame.position.line)}:${String(frame.position.column)}`,
  );

test('of V8', () => {
  const stack = `
  at helper (main.ts:3:11)
  at main.ts:4:1
  at Array.map (<anonymous>)
  at fetch$gen (main.ts:5:12)
  at fetch$gen.next (<anonymous>)
  at resume (blob:null/0e3f:12:3456)
  at new Shop (main.ts:7:2)
  at Shop.open [as run] (main.ts:8:2)
  at eval (main.ts:9:1)
  at https://example.org/main.ts:1:1`;
  const frames = ['helper 2:12', '- 3:2', 'fetch 4:12', 'ours', 'Shop 6:2', 'open 7:2', '- 8:2', 'ours'];
  expect(shown(stack)).toEqual(frames);
});

test('of Firefox', () => {
  const stack = `helper@main.ts:3:11
main/list<@main.ts:4:1
fetch$gen@main.ts:5:12
resume@blob:null/0e3f:12:3456
@main.ts:9:1
anonymous@main.ts:9:1
evaluate@blob:null/0e3f line 3 > eval:1:1
`;
  expect(shown(stack)).toEqual(['helper 2:12', 'list 3:2', 'fetch 4:12', 'ours', '- 8:2', '- 8:2', 'ours']);
});

test('of WebKit', () => {
  const stack = `helper@main.ts:3:11
@main.ts:4:1
map@[native code]
fetch$gen@main.ts:5:12
@[native code]
resume@blob:null/0e3f:12:3456
eval code@main.ts:9:1`;
  expect(shown(stack)).toEqual(['helper 2:12', '- 3:2', 'fetch 4:12', 'ours', '- 8:2']);
});

test('a message that looks like a place is none', () => {
  expect(shown('Error: at main.ts:3:1 it went wrong\n  at f (main.ts:3:1)')).toEqual(['f 2:2']);
});

test('code that the compiler added has no place in the learner’s file', () => {
  expect(shown('  at f (main.ts:1:5)')).toEqual(['ours']);
});
