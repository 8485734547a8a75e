/** A reader's work on one exercise: what is saved when, what is run, what survives. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { CompiledProgram } from '../../src/compiler/index.ts';
import { createSession, type Session } from '../../src/components/exercise/session.ts';
import { createProgressStore, type ExerciseProgress } from '../../src/course/index.ts';
import type { TestResult } from '../../src/grader/index.ts';
import { MemoryStorage, storageEvent } from '../course/browser-storage.ts';
import { FakeCompiler, FakeSandbox, line, program, record, result, settled, verdict } from './fake-sandbox.ts';

const ID = 'tasks/fetch-all';
const KEY = `loopwise:exercise:${ID}`;
const data = {
  starter: '// TODO',
  solution: '// done',
  hints: ['look', 'look there'],
  starterProgram: program('// TODO, ahead of time'),
  testsProgram: program('tests'),
  reference: 'references/tasks/fetch-all.json?12345678',
};

let storage: MemoryStorage;
let events: EventTarget;
let sandbox: FakeSandbox;
let compiler: FakeCompiler;
let session: Session;
/** Answers who asks for the compiled solution. */
let reference: PromiseWithResolvers<CompiledProgram>;

/** Opens the exercise as a page does, with whatever the storage holds. */
function open(): Session {
  const store = createProgressStore({ storage, events, stamp: () => 'then' });
  return createSession({
    id: ID,
    formerly: [],
    data,
    reference: () => reference.promise,
    sandbox,
    compile: compiler.compile,
    store,
    now: () => '2026-01-01',
  });
}

const stored = (): ExerciseProgress => JSON.parse(storage.getItem(KEY) ?? '{}') as ExerciseProgress;

/** Checks the present code and answers with `outcome`. */
async function checkedAs(outcome: 'passed' | 'failed'): Promise<void> {
  const checking = session.startCheck();
  await settled();
  sandbox.checks.at(-1)?.answer(verdict(outcome, [result('it works', outcome)]));
  await checking;
}

beforeEach(() => {
  storage = new MemoryStorage();
  events = new EventTarget();
  sandbox = new FakeSandbox();
  compiler = new FakeCompiler();
  reference = Promise.withResolvers();
  session = open();
});

describe('Look at it step by step', () => {
  const failed: TestResult = { ...result('in any order', 'failed'), seed: 3 };
  const yours = { run: 2, runs: [1, 2], record: record([line('sent 1')]) };

  /** Checks `checked`, and begins to look at the failed test. */
  async function looking(run?: number): Promise<{ readonly done: Promise<void> }> {
    session.edit('checked');
    const checking = session.startCheck();
    await settled();
    sandbox.checks.at(-1)?.answer(verdict('failed', [failed]));
    await checking;
    const done = session.startLook(failed, run);
    await settled();
    return { done };
  }

  test('runs the code that was checked, by the test, with the seed under which it failed, and then the reference under the same', async () => {
    session.edit('edited later');
    const { done } = await looking();
    const [first] = sandbox.replays;
    expect(first).toMatchObject({ of: { test: 'in any order', seed: 3, run: undefined }, tests: data.testsProgram });
    expect(first?.program.code).toBe('checked');
    first?.answer(yours);
    await settled();
    expect(session.look.value).toEqual({ of: 'checked', test: { name: 'in any order', seed: 3 }, yours });
    reference.resolve(program('the solution'));
    await settled();
    const [, second] = sandbox.replays;
    expect(second).toMatchObject({ of: { test: 'in any order', seed: 3, run: 2 }, tests: data.testsProgram });
    expect(second?.program.code).toBe('the solution');
    second?.answer({ ...yours, record: record([line('sent 2')]) });
    await done;
    expect(session.look.value).toMatchObject({ yours, reference: { output: [{ text: 'sent 2' }] } });
    expect(session.activity.value).toBe('idle');
  });

  test('asks for the run that was chosen', async () => {
    await looking(1);
    expect(sandbox.replays[0]?.of.run).toBe(1);
  });

  test('changes neither the verdict nor what is kept', async () => {
    const { done } = await looking();
    const before = [session.check.value, storage.getItem(KEY), session.run.value];
    sandbox.replays[0]?.answer(yours);
    reference.resolve(program('the solution'));
    await settled();
    sandbox.replays[1]?.answer(yours);
    await done;
    expect([session.check.value, storage.getItem(KEY), session.run.value]).toEqual(before);
  });

  test('shows the reader’s run alone, and says why, when the reference cannot be fetched', async () => {
    const { done } = await looking();
    sandbox.replays[0]?.answer(yours);
    reference.reject(new Error('the server answered 404'));
    await done;
    expect(session.look.value?.yours).toBe(yours);
    expect(session.look.value?.reference).toBeUndefined();
    expect(session.look.value?.failure).toContain('the server answered 404');
  });

  test('can be stopped: while the program runs, and while the reference does', async () => {
    const first = await looking();
    session.stop();
    await first.done;
    expect(session.look.value).toMatchObject({ failure: expect.stringMatching(/stopped/i) as string });
    expect(session.look.value?.yours).toBeUndefined();
    const second = session.startLook(failed);
    await settled();
    sandbox.replays.at(-1)?.answer(yours);
    reference.resolve(program('the solution'));
    await settled();
    session.stop();
    await second;
    expect(session.look.value).toMatchObject({ yours, failure: expect.stringMatching(/stopped/i) as string });
    expect(session.look.value?.reference).toBeUndefined();
  });

  test('is over with the next check, and when it is closed', async () => {
    await looking();
    session.closeLook();
    expect(session.look.value).toBeUndefined();
    session.stop();
    await settled();
    void session.startLook(failed);
    expect(session.look.value).toBeDefined();
    session.stop();
    await settled();
    void session.startCheck();
    expect(session.look.value).toBeUndefined();
  });

  test('does nothing where nothing was checked', async () => {
    await session.startLook(failed);
    expect(sandbox.replays).toEqual([]);
    expect(session.look.value).toBeUndefined();
  });
});

describe('Run', () => {
  test('of the untouched starter uses the program made ahead of time, and waits for no compiler', async () => {
    const running = session.startRun();
    await settled();
    expect(sandbox.runs[0]?.program).toBe(data.starterProgram);
    sandbox.runs[0]?.answer(record([line('hello')]));
    await running;
    expect(compiler.asked).toEqual([]);
    expect(session.run.value).toMatchObject({ of: '// TODO', lines: [{ text: 'hello' }], record: { outcome: 'finished' } });
  });

  test('of edited code compiles that code', async () => {
    session.edit('mine');
    void session.startRun();
    await settled();
    expect(sandbox.runs[0]?.program.code).toBe('mine');
  });

  test('saves the code before it begins', async () => {
    session.edit('for (;;) {}');
    void session.startRun();
    expect(stored().draft).toBe('for (;;) {}');
    await settled();
    expect(session.activity.value).toBe('running');
  });

  test('shows lines as they are printed', async () => {
    void session.startRun();
    await settled();
    sandbox.runs[0]?.print([line('one')]);
    sandbox.runs[0]?.print([line('two', 1)]);
    expect(session.run.value?.lines.map(({ text }) => text)).toEqual(['one', 'two']);
    expect(session.run.value?.record).toBeUndefined();
  });

  test('of code that does not compile shows the errors, and runs nothing', async () => {
    session.edit('\nsyntax error');
    await session.startRun();
    expect(session.run.value?.errors).toMatchObject([{ line: 2 }]);
    expect(sandbox.runs).toEqual([]);
    expect(session.activity.value).toBe('idle');
  });

  test('does nothing while something is under way', async () => {
    void session.startRun();
    await settled();
    void session.startRun();
    void session.startCheck();
    await settled();
    expect([sandbox.runs.length, sandbox.checks.length]).toEqual([1, 0]);
  });

  test('says that the compiler could not be loaded, and can be tried again', async () => {
    compiler.broken = true;
    session.edit('mine');
    await session.startRun();
    expect(session.run.value?.failure).toMatch(/could not be compiled: no WebAssembly/);
    compiler.broken = false;
    void session.startRun();
    await settled();
    expect(sandbox.runs).toHaveLength(1);
  });

  test('says that the sandbox could not start', async () => {
    const running = session.startRun();
    await settled();
    sandbox.runs[0]?.fail('no frame');
    await running;
    expect(session.run.value?.failure).toMatch(/could not be run: no frame/);
    expect(session.activity.value).toBe('idle');
  });
});

describe('Stop', () => {
  test('ends a run', async () => {
    const running = session.startRun();
    await settled();
    session.stop();
    await running;
    expect(session.run.value?.record?.outcome).toBe('stopped');
    expect(session.activity.value).toBe('idle');
  });

  test('while the code is still being compiled runs nothing', async () => {
    session.edit('mine');
    const running = session.startRun();
    session.stop();
    await running;
    expect(sandbox.runs).toEqual([]);
    expect(session.run.value?.failure).toBe('Stopped.');
  });

  test('of a check gives the verdict stopped, and is no attempt', async () => {
    const checking = session.startCheck();
    await settled();
    session.stop();
    await checking;
    expect(session.check.value?.verdict?.outcome).toBe('stopped');
    expect(session.progress.value.attempts).toBe(0);
  });
});

describe('Check', () => {
  test('judges the code by the hidden tests, and shows results as they come', async () => {
    const checking = session.startCheck();
    await settled();
    expect(sandbox.checks[0]?.tests).toBe(data.testsProgram);
    sandbox.checks[0]?.judged(result('first', 'passed'));
    expect(session.check.value?.tests.map(({ name }) => name)).toEqual(['first']);
    expect(session.check.value?.verdict).toBeUndefined();
    sandbox.checks[0]?.answer(verdict('failed', [result('first', 'passed'), result('second', 'failed')]));
    await checking;
    expect(session.check.value).toMatchObject({ of: '// TODO', verdict: { outcome: 'failed' } });
  });

  test('counts attempts', async () => {
    await checkedAs('failed');
    await checkedAs('failed');
    expect(stored().attempts).toBe(2);
  });

  test('that passes is remembered with its day, and a later failure takes nothing away', async () => {
    await checkedAs('passed');
    await checkedAs('failed');
    expect(stored().solvedAt).toBe('2026-01-01');
    session = open();
    expect(session.progress.value.solvedAt).toBe('2026-01-01');
  });

  test('of code that does not compile is an error with its lines, and an attempt', async () => {
    session.edit('syntax error');
    await session.startCheck();
    expect(session.check.value).toMatchObject({ errors: [{ line: 1 }], verdict: { outcome: 'error' } });
    expect(stored().attempts).toBe(1);
  });

  test('that could not be begun is no attempt of the reader’s', async () => {
    const checking = session.startCheck();
    await settled();
    sandbox.checks[0]?.fail('no frame');
    await checking;
    expect(session.check.value?.verdict).toMatchObject({ outcome: 'error', reason: expect.stringMatching(/no frame/) as string });
    expect(session.progress.value.attempts).toBe(0);
  });
});

describe('the code', () => {
  test('is the starter at first, and what was saved when one comes back', () => {
    expect(session.code.value).toBe('// TODO');
    session.edit('mine');
    session.save();
    expect(open().code.value).toBe('mine');
  });

  test('is not stored as long as it is the untouched starter', () => {
    session.edit('// TODO');
    session.save();
    expect(storage.getItem(KEY)).toBeNull();
  });

  test('goes back to the starter by Reset, and comes back by its undoing', () => {
    session.edit('mine');
    session.reset();
    expect(session.code.value).toBe('// TODO');
    expect(session.progress.value.aside).toEqual({ draft: 'mine', by: 'reset' });
    session.takeAside();
    expect(session.code.value).toBe('mine');
    expect(session.progress.value.aside).toBeUndefined();
  });

  test('that was reset can be brought back after a reload', () => {
    session.edit('mine');
    session.reset();
    session = open();
    session.takeAside();
    expect(open().code.value).toBe('mine');
  });

  test('written after a reset is not lost by undoing it: the two change places', () => {
    session.edit('mine');
    session.reset();
    session.edit('afterwards');
    session.takeAside();
    expect([session.code.value, session.progress.value.aside?.draft]).toEqual(['mine', 'afterwards']);
  });

  test('that was brought along outlives a Reset, and everything put aside can be had again in turn', () => {
    const aside = { draft: 'from a file', by: 'brought' };
    storage.setItem(KEY, JSON.stringify({ version: 2, draft: 'mine', aside, attempts: 0, hintsShown: 0 }));
    session = open();
    session.reset();
    expect(session.progress.value).toMatchObject({ aside: { draft: 'mine', by: 'reset' }, further: [aside] });
    session.takeAside();
    expect(session.code.value).toBe('mine');
    session.takeAside();
    expect(session.code.value).toBe('from a file');
    session.takeAside();
    expect(session.code.value).toBe('mine');
    expect(stored()).toMatchObject({ draft: 'mine', aside });
  });

  test('is left alone by a Reset that has nothing to reset', () => {
    session.reset();
    expect(session.progress.value.aside).toBeUndefined();
  });
});

describe('in two tabs', () => {
  test('an untouched tab takes over what the other has saved', () => {
    const other = open();
    other.edit('theirs');
    other.save();
    events.dispatchEvent(storageEvent(KEY));
    expect(session.code.value).toBe('theirs');
  });

  test('code that is being typed stays, and the other tab’s is put aside, not overwritten', () => {
    const other = open();
    session.edit('mine');
    other.edit('theirs');
    other.save();
    events.dispatchEvent(storageEvent(KEY));
    expect(session.code.value).toBe('mine');
    session.save();
    expect(stored()).toMatchObject({ draft: 'mine', aside: { draft: 'theirs', by: 'other-tab' } });
  });

  test('solved in one is solved in the other', async () => {
    const other = open();
    await checkedAs('passed');
    events.dispatchEvent(storageEvent(KEY));
    expect(other.progress.value.solvedAt).toBe('2026-01-01');
  });
});

describe('the solution', () => {
  test('is unlocked by passing', async () => {
    expect(session.solutionUnlocked.value).toBe(false);
    await checkedAs('passed');
    expect(session.solutionUnlocked.value).toBe(true);
  });

  test('is unlocked after the last hint, and hints shown stay shown', () => {
    session.showHint();
    expect(session.solutionUnlocked.value).toBe(false);
    session.showHint();
    session.showHint();
    expect(session.solutionUnlocked.value).toBe(true);
    expect(open().progress.value.hintsShown).toBe(2);
  });
});

test('trouble with the storage is told', () => {
  storage.setItem(KEY, 'not json');
  session = open();
  expect(session.trouble.value).toMatchObject({ kind: 'set-aside' });
  storage.room = 0;
  session.edit('mine');
  session.save();
  expect(session.trouble.value).toEqual({ kind: 'full' });
});

test('what was asked for last is known, so that its answer can be shown first', async () => {
  expect(session.latest.value).toBe('check');
  const running = session.startRun();
  expect(session.latest.value).toBe('run');
  await settled();
  sandbox.runs[0]?.answer(record([line('hello')]));
  await running;
  await checkedAs('failed');
  expect(session.latest.value).toBe('check');
});
