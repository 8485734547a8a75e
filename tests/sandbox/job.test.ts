/** The clocks of a job, on a clock of the test's own: a sandbox that says nothing is ended, one that says that it goes on is not. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CompiledProgram } from '../../src/compiler/index.ts';
import { checkThrough, runThrough, type Channel } from '../../src/sandbox/job.ts';
import { DEFAULT_LIMITS, type Answer } from '../../src/sandbox/protocol.ts';

const PROGRAM: CompiledProgram = { version: 1, file: 'main.ts', code: '', imports: [], exports: [], positions: [] };
const LIMITS = { ...DEFAULT_LIMITS, wallClock: 1000, wallClockInAll: 5000 };

/** A sandbox that says what the test has it say. */
function fakeChannel(): { channel: Channel; say: (answer: Answer) => void; killed: () => boolean } {
  let receive: (data: unknown) => void = () => undefined;
  let dead = false;
  return {
    channel: {
      post: () => undefined,
      listen: (hear) => {
        receive = hear;
      },
      kill: () => {
        dead = true;
      },
    },
    say: (answer) => {
      receive(answer);
    },
    killed: () => dead,
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a run that is silent for as long as its wall clock allows is ended', async () => {
  const { channel, killed } = fakeChannel();
  const job = runThrough(channel, { type: 'run', program: PROGRAM, limits: LIMITS });
  vi.advanceTimersByTime(999);
  expect(killed()).toBe(false);
  vi.advanceTimersByTime(1);
  expect(killed()).toBe(true);
  expect(await job.result).toMatchObject({ outcome: 'over-budget', budget: 'wall-clock' });
});

test('a run that gives control back is not silent: on a slow machine, too, its steps end it and not the clock', () => {
  const { channel, say, killed } = fakeChannel();
  runThrough(channel, { type: 'run', program: PROGRAM, limits: LIMITS });
  for (let words = 1; words <= 4; words += 1) {
    vi.advanceTimersByTime(900);
    say({ type: 'steps', count: words * 1000 });
  }
  expect(killed()).toBe(false);
  vi.advanceTimersByTime(1000);
  expect(killed()).toBe(true);
});

test('a run that goes on and on is ended although it is not silent, and told so', async () => {
  const { channel, say, killed } = fakeChannel();
  const job = runThrough(channel, { type: 'run', program: PROGRAM, limits: LIMITS });
  for (let words = 1; !killed(); words += 1) {
    vi.advanceTimersByTime(500);
    say({ type: 'steps', count: words });
  }
  expect(await job.result).toMatchObject({ outcome: 'over-budget', budget: 'wall-clock-in-all' });
});

test('a program that the clock ends is told the loop that it was last seen in, which is no sign of life', async () => {
  const { channel, say, killed } = fakeChannel();
  const job = runThrough(channel, { type: 'run', program: PROGRAM, limits: LIMITS });
  for (const line of [3, 12]) {
    vi.advanceTimersByTime(499);
    say({ type: 'turning', line, column: 5 });
  }
  expect(killed()).toBe(false);
  vi.advanceTimersByTime(2);
  expect(killed()).toBe(true);
  expect(await job.result).toMatchObject({ budget: 'wall-clock', seenAt: { file: 'main.ts', line: 12, column: 5 } });
});

test('a check that the clock ends names the loop of the test that ran, and of no test before', async () => {
  const reasons: (string | undefined)[] = [];
  for (const isSeen of [true, false]) {
    const { channel, say } = fakeChannel();
    const job = checkThrough(channel, { type: 'check', program: PROGRAM, tests: PROGRAM, limits: LIMITS });
    say({ type: 'tests', names: ['first', 'second'] });
    say({ type: 'test-started', name: 'first' });
    say({ type: 'turning', line: 3, column: 1 });
    say({ type: 'test-done', json: JSON.stringify({ name: 'first', state: 'passed', did: [], output: [], runs: [] }) });
    say({ type: 'test-started', name: 'second' });
    if (isSeen) say({ type: 'turning', line: 12, column: 1 });
    vi.advanceTimersByTime(1000);
    reasons.push((await job.result).reason);
  }
  expect(reasons[0]).toContain('It was last seen in the loop at line 12.');
  expect(reasons[1]).toContain('It was seen in no loop');
});

test('both clocks of a check begin anew with each hidden test', async () => {
  const { channel, say, killed } = fakeChannel();
  const job = checkThrough(channel, { type: 'check', program: PROGRAM, tests: PROGRAM, limits: LIMITS });
  say({ type: 'tests', names: ['first', 'second'] });
  for (const name of ['first', 'second']) {
    say({ type: 'test-started', name });
    for (let words = 1; words <= 9; words += 1) {
      vi.advanceTimersByTime(500);
      say({ type: 'steps', count: words });
    }
    if (name === 'first')
      say({ type: 'test-done', json: JSON.stringify({ name, state: 'passed', did: [], output: [], runs: [] }) });
  }
  expect(killed()).toBe(false);
  vi.advanceTimersByTime(500);
  expect(killed()).toBe(true);
  const verdict = await job.result;
  expect(verdict.outcome).toBe('stopped');
  expect(verdict.reason).toContain('5 s of real time, although it gives control back');
  expect(verdict.tests.map(({ state }) => state)).toEqual(['passed', 'failed']);
});

test('what the language itself says of a run is passed on as it comes', () => {
  const { channel, say } = fakeChannel();
  const said: string[] = [];
  runThrough(channel, { type: 'run', program: PROGRAM, limits: LIMITS }, { onSaid: (text) => said.push(text) });
  say({ type: 'said', text: 'Traceback (most recent call last):' });
  expect(said).toEqual(['Traceback (most recent call last):']);
});
