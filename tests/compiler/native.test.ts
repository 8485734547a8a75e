/** A compiled program gives what native JavaScript gives, wherever the order of events does not matter. */
import { describe, expect, test } from 'vitest';
import { CORPUS, programOf } from './corpus.ts';
import { compiled, printed, printedNatively } from './running.ts';

describe('a compiled program prints what native JavaScript prints', () => {
  test.each(Object.entries(CORPUS))('%s', async (_, body) => {
    const source = programOf(body);
    const native = await printedNatively(source);
    expect(native.length).toBeGreaterThan(0);
    expect(await printed(source)).toEqual(native);
  });
});

test('the same source gives the same program, byte for byte', async () => {
  for (const body of Object.values(CORPUS)) {
    expect(await compiled(programOf(body))).toEqual(await compiled(programOf(body)));
  }
});
