/** Playback shows what the loop had: held against the loop itself, in all programs that there are, and in random ones. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { generate } from '../fuzz/generate.ts';
import { typescript } from '../fuzz/typescript.ts';
import { cases } from '../conformance/cases.ts';
import { faultsAgainst, faultsOf } from './faults.ts';
import { watched } from './watched.ts';

const PROGRAMS = 150;
const SEED = 700_000;

async function faults(source: string): Promise<readonly string[]> {
  const run = await watched(source);
  return [...faultsOf(run.record), ...faultsAgainst(run)];
}

/** The cases whose twin is a program: some are about what is none. */
const CASES = cases().filter(({ folder }) => existsSync(`${folder}/program.ts`));

describe('queue, timers and lanes are those that the loop had, at each step', () => {
  test.each(CASES.map(({ name, typescript: source }) => [name, source]))('in %s', async (_, source) => {
    expect(await faults(source)).toEqual([]);
  });
  test.each(globSync('src/content/**/*.ts'))('in %s', async (file) => {
    expect(await faults(readFileSync(file, 'utf8'))).toEqual([]);
  });
  test.each(globSync('exercises/*/*/{starter,solution}.ts'))('in %s', async (file) => {
    expect(await faults(readFileSync(file, 'utf8'))).toEqual([]);
  });
  test(`in ${PROGRAMS} random programs`, async () => {
    for (let seed = SEED; seed < SEED + PROGRAMS; seed += 1) {
      expect([seed, await faults(typescript(generate(seed)))]).toEqual([seed, []]);
    }
  });
});
