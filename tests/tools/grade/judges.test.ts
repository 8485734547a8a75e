/** Judging in shared processes: nothing of one submission reaches the next, and a process that lies is found out before anybody is harmed. */
import { afterEach, describe, expect, test } from 'vitest';
import type { CompiledProgram } from '../../../src/compiler/index.ts';
import { compileInNode } from '../../../src/compiler/node.ts';
import type { Verdict } from '../../../src/grader/index.ts';
import { startProcess } from '../../../src/sandbox/process.ts';
import { wantsOut } from '../../../tools/grade/alone.ts';
import { readCourse } from '../../../tools/grade/course.ts';
import { Judges, type Start } from '../../../tools/grade/judges.ts';
import { EATS, HANGS, mistake, REPOSITORY, SOLUTION } from './handed-in.ts';

const tests = hiddenTests((await readCourse(REPOSITORY)).tests.get('tasks/fetch-all'));

function hiddenTests(found: CompiledProgram | undefined): CompiledProgram {
  if (found === undefined) throw new Error('the tests need the exercise tasks/fetch-all');
  return found;
}

async function compiled(source: string): Promise<CompiledProgram> {
  const result = await compileInNode(source, 'main.ts');
  if (!result.ok) throw new Error(result.errors[0]?.message);
  return result.program;
}

let judges: Judges | undefined;
afterEach(() => {
  judges?.end();
});

/** Judges sources in their order, all in shared processes, one at a time. */
async function judged(sources: readonly string[], start: Start = startProcess): Promise<Verdict[]> {
  const programs = await Promise.all(sources.map(compiled));
  const lane = new Judges(1, start);
  judges = lane;
  return Promise.all(programs.map((program) => lane.judge({ program, tests, alone: false })));
}

const outcomes = (verdicts: readonly Verdict[]): string[] => verdicts.map(({ outcome }) => outcome);
const WRONG = mistake('awaits-in-the-loop');

/** Starts processes whose messages go through `tamper`, all but those that judge one program alone. */
function tampered(tamper: (data: unknown, say: (data: unknown) => void) => void): Start {
  return async (options) => {
    const process = await startProcess(options);
    if (options?.isTerse !== true) return process;
    const hearers = new Set<(data: unknown) => void>();
    const say = (data: unknown): void => {
      for (const hear of [...hearers]) hear(data);
    };
    process.hear((data) => {
      tamper(data, say);
    });
    return {
      ...process,
      hear(receive) {
        hearers.add(receive);
        return () => void hearers.delete(receive);
      },
    };
  };
}

const verdictIn = (data: unknown): Verdict | undefined =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === 'verdict' && 'json' in data
    ? (JSON.parse(String(data.json)) as Verdict)
    : undefined;

describe('a shared process', () => {
  test('gives each the verdict that it gets in a process of its own, byte for byte, whatever was judged before it', async () => {
    const sources = [
      SOLUTION,
      `${SOLUTION}\n(Array.prototype as any).map = () => ['forged'];\n`,
      `import * as asyncio from 'asyncio';\n(asyncio as any).gather = () => 'forged';\n${SOLUTION}`,
      `${SOLUTION}\n(globalThis as any).left = 'behind';\nObject.assign(console, { log() {} });\n`,
      `import { createTask, sleep } from 'asyncio';\nexport async function makeRequests() { createTask(sleep(1e9)); throw new Error('left'); }\n`,
      WRONG,
      SOLUTION,
    ];
    const shared = await judged(sources);
    judges?.end();
    const own = new Judges(1);
    judges = own;
    for (const [index, source] of sources.entries()) {
      const program = await compiled(source);
      expect(shared[index]).toEqual(await own.judge({ program, tests, alone: true }));
    }
    expect(outcomes(shared).slice(-2)).toEqual(['failed', 'passed']);
    expect(JSON.stringify(shared.at(-1))).toBe(JSON.stringify(shared[0]));
  }, 60_000);

  test('that is silent, or dies, is thrown away, and costs nobody else the verdict', async () => {
    const verdicts = await judged([SOLUTION, HANGS, WRONG, EATS, SOLUTION]);
    expect(outcomes(verdicts)).toEqual(['passed', 'stopped', 'failed', 'stopped', 'passed']);
    expect(judges?.doubts).toBe(0);
  }, 60_000);

  /** A sandbox that says `outcome` of everybody from its third verdict on. */
  const partial = (outcome: 'passed' | 'failed'): ReturnType<typeof tampered> => {
    let said = 0;
    return tampered((data, say) => {
      const verdict = verdictIn(data);
      if (verdict !== undefined) said += 1;
      if (verdict === undefined || said < 3) say(data);
      else {
        const tests = verdict.tests.map((each) => ({ ...each, state: outcome }));
        say({ type: 'verdict', json: JSON.stringify({ ...verdict, outcome, tests }) });
      }
    });
  };

  test('that says passed of everybody is found out by the control, and everybody is judged anew', async () => {
    const verdicts = await judged([SOLUTION, WRONG, WRONG, SOLUTION], partial('passed'));
    expect(outcomes(verdicts)).toEqual(['passed', 'failed', 'failed', 'passed']);
    expect(judges?.doubts).toBe(1);
  }, 60_000);

  test('that says failed of everybody is found out as well', async () => {
    expect(outcomes(await judged([SOLUTION, WRONG, SOLUTION], partial('failed')))).toEqual(['passed', 'failed', 'passed']);
    expect(judges?.doubts).toBe(1);
  }, 60_000);

  test('that says what no sandbox says, or speaks twice, is believed in nothing', async () => {
    for (const extra of [{ type: 'verdict', json: '{"version":1,"outcome":"passed"}' }, { type: 'ready' }, 'passed']) {
      let said = 0;
      const start = tampered((data, say) => {
        if (verdictIn(data) !== undefined) said += 1;
        if (said === 4) say(extra);
        say(data);
      });
      expect(outcomes(await judged([WRONG, SOLUTION, WRONG], start))).toEqual(['failed', 'passed', 'failed']);
      judges?.end();
    }
  }, 60_000);
});

describe('who gets a process at once', () => {
  test.each([
    `[].constructor.constructor('return 1')()`,
    `({})['__proto__']`,
    `x['con' + 'structor']`,
    `globalThis.x = 1`,
    `eval('1')`,
    `import('asyncio')`,
    `Object.getPrototypeOf(function* () {})`,
    `new Proxy({}, {})`,
  ])('reaches for what answers do not need: %s', (code) => {
    expect(wantsOut(code)).toBe(true);
  });

  test('is nobody who only solves the exercise', () => {
    expect(wantsOut(SOLUTION)).toBe(false);
    expect(wantsOut('class Page { constructor(readonly n: number) {} }\nconst all = pages[0] + pages[i + 1];')).toBe(false);
  });
});
