/**
 * The first use of a realm pays for everything that is used for the first time: the library is hardened, the engine reads and compiles our functions. The
 * spare pays it before anybody asks, by judging a program of two lines, which is written here as the compiler would have written it.
 *
 * Keeps true: it answers to nobody, and leaves nothing behind: each load has a fresh compartment and a fresh world, as for any program.
 */
import type { CompiledProgram } from '../compiler/index.ts';
import { judge } from './inside.ts';
import { DEFAULT_LIMITS } from './protocol.ts';

const compiled = (file: string, body: string, exports: readonly string[]): CompiledProgram => ({
  version: 1,
  file,
  code: `(function ($require, $exports, $module, $runtime) {'use strict';${body}})`,
  imports: [],
  exports,
  positions: [],
});

/** `export async function main() { console.log('warm'); await gather(sleep(1)); }` */
const PROGRAM = compiled(
  'warm.ts',
  `const { gather, sleep } = $require('asyncio'); const code = { name: 'main', file: 'warm.ts', line: 1 };
   $exports.main = () => $runtime.coroutine((function* () { console.log('warm'); yield $runtime.at(gather(sleep(1)), 4096); })(), code);`,
  ['main'],
);

const TESTS = compiled(
  'tests.ts',
  `const { test, expect, run } = $require('grader');
   test('warm', ({ program }) => { expect(run(() => program.main())).toTake(1); });`,
  [],
);

let works: boolean | undefined;

/** Judges the little program, once in a realm; true when it passed, as it does in a realm that works. */
export function warmUp(): boolean {
  works ??= judge(PROGRAM, TESTS, { limits: DEFAULT_LIMITS }).outcome === 'passed';
  return works;
}
