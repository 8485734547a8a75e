/**
 * Each hostile program of this folder, in Node's sandbox: it ends as its header says, nothing gets out, and it costs its own limit and nothing else.
 * The same programs run in the page (tests/e2e/attacks.spec.ts). `npm run attacks` runs all of them, `npm test` the core (`coreOf`).
 */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileInNode } from '../../src/compiler/node.ts';
import type { CompiledProgram } from '../../src/compiler/index.ts';
import type { Verdict } from '../../src/grader/index.ts';
import type { RunRecord } from '../../src/record/index.ts';
import { checkInNode, runInNode } from '../../src/sandbox/node.ts';
import { exerciseFile } from './exercise.ts';
import { armed, armedText, attacksToRun, coreOf, KINDS, readAttack, readAttacks, type Attack } from './attack.ts';
import { startLoggingServer, type LoggingServer } from './server.ts';

let server: LoggingServer;
beforeAll(async () => {
  server = await startLoggingServer();
});
afterAll(() => server.close());

async function compiled(source: string, file: string): Promise<CompiledProgram> {
  const result = await compileInNode(source, file);
  if (!result.ok) throw new Error(result.errors.map(({ line, message }) => `${file}:${String(line)}: ${message}`).join('\n'));
  return result.program;
}

/** Real milliseconds: short for what must be ended by the clock, long for what must be ended by something else. */
const wallClockFor = ({ ends, judged }: Attack): number =>
  ends.includes('wall-clock') || (judged?.outcomes.length === 1 && judged.outcomes[0] === 'stopped') ? 1500 : 20_000;

/** How a run ended, in the words of the headers. */
function endingOf({ outcome, budget, error }: RunRecord, { ends }: Attack): string {
  if (outcome === 'raised' && ends.includes('raised anything')) return 'raised anything';
  if (outcome === 'over-budget') return budget ?? outcome;
  return outcome === 'raised' ? `raised ${error?.type ?? ''}` : outcome;
}

/** Everything that the author of the program is told. */
const told = (what: RunRecord | Verdict): string => JSON.stringify(what);

async function attempt(attack: Attack): Promise<void> {
  const compilation = await compileInNode(armed(attack, server.url), 'main.ts');
  if (!compilation.ok) {
    expect(attack.ends, JSON.stringify(compilation.errors)).toContain('refused');
    for (const text of attack.says) expect(JSON.stringify(compilation.errors)).toContain(text);
    return;
  }
  const { program } = compilation;
  const limits = { wallClock: wallClockFor(attack), wallClockInAll: 20_000 };
  if (attack.judged === undefined) {
    const record = await runInNode(program, limits);
    expect(attack.ends, told(record).slice(0, 2000)).toContain(endingOf(record, attack));
    const lines = record.output.map(({ text }) => text);
    for (const line of attack.prints) expect(lines).toContain(armedText(line, attack, server.url));
    for (const text of attack.printsNot) expect(lines.filter((line) => line.includes(text))).toEqual([]);
    for (const text of attack.says) expect(told(record)).toContain(text);
    return;
  }
  const tests = await compiled(readFileSync(exerciseFile(attack.judged.exercise, 'tests.ts'), 'utf8'), 'tests.ts');
  const verdict = await checkInNode(program, tests, limits);
  expect(attack.judged.outcomes, told(verdict).slice(0, 2000)).toContain(verdict.outcome);
  expect(verdict.tests.length).toBeGreaterThan(0);
  const lines = verdict.tests.flatMap(({ output }) => output.map(({ text }) => text));
  for (const text of attack.printsNot) expect(lines.filter((line) => line.includes(text))).toEqual([]);
  for (const text of attack.says) expect(told(verdict)).toContain(text);
}

test('the server that must hear nothing would hear a program that gets out', async () => {
  const own = await startLoggingServer();
  await (await fetch(`${own.url}/got-out`)).text();
  expect(own.log).toContain('GET /got-out HTTP/1.1');
  await own.close();
});

describe.concurrent('a hostile program', () => {
  for (const attack of attacksToRun('node')) test(`${attack.name}: ${attack.tries}`, () => attempt(attack), 90_000);
});

test('none of them reached the server', () => {
  expect(server.log).toEqual([]);
});

test('after all of them an honest program runs as ever', async () => {
  const record = await runInNode(await compiled(`console.log('still here');\n`, 'main.ts'));
  expect(record).toMatchObject({ outcome: 'finished', output: [{ text: 'still here' }] });
});

describe('the collection', () => {
  const attacks = readAttacks();

  test('holds attacks of every kind, and the core has some of each', () => {
    expect(attacks.length).toBeGreaterThanOrEqual(60);
    const kindsOf = (list: readonly Attack[]): string[] => [...new Set(list.map(({ kind }) => kind))].sort();
    expect(kindsOf(attacks)).toEqual(Object.keys(KINDS).sort());
    for (const where of ['node', 'page'] as const)
      expect(kindsOf(coreOf(attacks, where)), where).toEqual(Object.keys(KINDS).sort());
  });

  test.each([
    ['loop-x.ts', '// must: end wall-clock\n\n', 'one line `// tries: …`'],
    ['loop-x.ts', '// tries: x\n// must: end badly\n\n', "'badly' is no ending"],
    ['loop-x.ts', '// tries: x\n\n', 'it must either'],
    ['verdict-x.ts', '// tries: x\n// must: be judged passed by tasks/fetch-all\n\n', "'passed' is no outcome"],
    ['loop-x.ts', '// tries: x\n// must: win\n\n', 'not in the vocabulary'],
    ['x.ts', '// tries: x\n// must: end finished\n\n', 'its name begins with none'],
  ])('refuses a header that demands nothing: %s %j', (file, text, why) => {
    expect(() => readAttack(file, text)).toThrow(why);
  });

  test('is named in docs/security.md, attack by attack, and nothing else is', () => {
    const text = readFileSync(new URL('../../docs/security.md', import.meta.url), 'utf8');
    const named = [...text.matchAll(/\(\.\.\/tests\/attacks\/([\w-]+)\.ts\)/g)].map(([, name = '']) => name);
    expect([...new Set(named)].sort()).toEqual(attacks.map(({ name }) => name).sort());
  });
});
