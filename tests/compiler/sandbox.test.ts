/** Compiled programs do the same in the sandbox, where the realm is hardened and every module frozen, as outside of it. */
import { expect, test } from 'vitest';
import { runInNode } from '../../src/sandbox/node.ts';
import { CORPUS, programOf } from './corpus.ts';
import { compiled, printed } from './running.ts';

/** Prints values as text of its own making, so that no console's format matters. */
const SHOW = `function show(...values: any[]) { console.log(values.map((v) => (typeof v === 'string' ? v : JSON.stringify(v) ?? 'undefined')).join(' ')); }`;

test.each(Object.entries(CORPUS))('%s', async (_, body) => {
  const source = `${programOf(body).replaceAll('console.log(', 'show(')}${SHOW}`;
  const outside = await printed(source);
  const { outcome, output, error } = await runInNode(await compiled(source));
  expect({ outcome, error }).toEqual({ outcome: 'finished', error: undefined });
  expect(output.map(({ text }) => text)).toEqual(outside);
});
