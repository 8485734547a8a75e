/** Every case runs on our runtime as its Python twin ran on real CPython: the same lines and the same events, at the same virtual times, in the same iterations. */
import { describe, expect, test } from 'vitest';
import { cases, recorded } from './cases.ts';
import { difference } from './compare.ts';
import { runOurs } from './ours.ts';

describe('as CPython does it', () => {
  test.each(cases().map((each) => [each.name, each] as const))('%s', async (_, each) => {
    expect(difference(recorded(each), await runOurs(each.typescript, 'program.ts'), each.level)).toBeUndefined();
  });
});
