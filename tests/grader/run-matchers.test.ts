/** Each matcher about runs: what it lets pass, and what it says when it does not. */
import { beforeAll, describe, expect, test } from 'vitest';
import { sayings } from './judge.ts';

const PROGRAM = `
import { createTask, gather, sleep } from 'asyncio';
import * as time from 'time';

export async function fetch(url: number) { await sleep(2); console.log('got ' + url); return url; }
export async function together(urls: number[]) { return await gather(...urls.map((url) => fetch(url))); }
export async function inTurn(urls: number[]) { for (const url of urls) await createTask(fetch(url)); }
export async function hello() { console.log('Hello'); await sleep(0.1); await sleep(0.2); console.log('World'); }
export async function silent() { await sleep(0); }
export async function boom() { console.log('before'); await sleep(1); throw new RangeError('too far'); }
export async function blocks() { time.sleep(2); await sleep(1); }
export async function leaves() { createTask(fetch(1)); await sleep(1); }
export async function cancels() { const task = createTask(fetch(1), { name: 'doomed' }); await sleep(1); task.cancel(); try { await task; } catch { console.log('cancelled'); } }
export async function forgets() { sleep(1); }
export function notAsync() { return 5; }
`;

const bodies = {
  'toTake passes': `expect(run(() => program.hello())).toTake(0.3);`,
  'toTake fails': `expect(run(() => program.inTurn([1, 2, 3, 4, 5, 6, 7, 8, 9]))).toTake(2);`,
  'toTake fills in feedback': `expect(run(() => program.inTurn([1, 2]))).toTake(2, 'two requests take {expected}; yours took {actual}');`,
  'not.toTake fails': `expect(run(() => program.hello())).not.toTake(0.3);`,
  'toPrint passes': `expect(run(() => program.hello())).toPrint(['Hello', 'World']); expect(run(() => program.hello())).toPrint('Hello\\nWorld'); expect(run(() => program.silent())).toPrint([]);`,
  'toPrint fails at a line': `expect(run(() => program.hello())).toPrint(['Hello', 'Mars']);`,
  'toPrint fails for want of a line': `expect(run(() => program.hello())).toPrint(['Hello', 'World', '!']);`,
  'toPrint fails for a line too much': `expect(run(() => program.hello())).toPrint(['Hello']);`,
  'toPrint of silence': `expect(run(() => program.silent())).toPrint(['Hello']);`,
  'toPrintInAnyOrder passes': `expect(run(() => program.together([1, 2]))).toPrintInAnyOrder(['got 2', 'got 1']);`,
  'toPrintInAnyOrder counts': `expect(run(() => program.together([1, 1]))).toPrintInAnyOrder(['got 1', 'got 2']);`,
  'toRaise passes by class': `expect(run(() => program.boom())).toRaise(RangeError); expect(run(() => program.boom())).toRaise(Error);`,
  'toRaise passes by name': `expect(run(() => program.boom())).toRaise('RangeError');`,
  'toRaise fails without an error': `expect(run(() => program.hello())).toRaise(RangeError);`,
  'toRaise fails with another error': `expect(run(() => program.boom())).toRaise('ValueError');`,
  'not.toRaise fails': `expect(run(() => program.boom())).not.toRaise('RangeError');`,
  'after toRaise the rest can be looked at': `const record = run(() => program.boom()); expect(record).toRaise(RangeError); expect(record).toTake(1); expect(record).toPrint(['before']);`,
  'after toRaise the rest can fail': `const record = run(() => program.boom()); expect(record).toRaise(RangeError); expect(record).toTake(3);`,
  'toOverlap passes': `expect(run(() => program.together([1, 2]))).toOverlap('fetch', 'fetch'); expect(run(() => program.together([1, 2]))).toOverlap('Task-2', 'Task-3');`,
  'toOverlap fails': `expect(run(() => program.inTurn([1, 2]))).toOverlap('Task-2', 'Task-3');`,
  'toOverlap without a task': `expect(run(() => program.hello())).toOverlap('fetch', 'fetch');`,
  'not.toOverlap fails': `expect(run(() => program.together([1, 2]))).not.toOverlap('fetch', 'fetch');`,
  'toRunAtMost passes': `expect(run(() => program.inTurn([1, 2, 3]))).toRunAtMost(1).atOnce();`,
  'toRunAtMost fails': `expect(run(() => program.together([1, 2, 3]))).toRunAtMost(2).atOnce();`,
  'toCancel passes': `expect(run(() => program.cancels())).toCancel('doomed'); expect(run(() => program.cancels())).toCancel('fetch');`,
  'toCancel fails': `expect(run(() => program.together([1, 2]))).toCancel('Task-2');`,
  'toLeaveNothingRunning passes': `expect(run(() => program.together([1, 2]))).toLeaveNothingRunning(); expect(run(() => program.cancels())).toLeaveNothingRunning();`,
  'toLeaveNothingRunning fails': `expect(run(() => program.leaves())).toLeaveNothingRunning();`,
  'toNeverBlock passes': `expect(run(() => program.hello())).toNeverBlock();`,
  'toNeverBlock fails': `expect(run(() => program.blocks())).toNeverBlock();`,
  'toHappenBefore passes': `expect(run(() => program.hello())).toHappenBefore('Hello', /rld$/);`,
  'toHappenBefore fails': `expect(run(() => program.hello())).toHappenBefore('World', 'Hello');`,
  'toHappenBefore without a line': `expect(run(() => program.hello())).toHappenBefore('Hello', 'Mars');`,
  'toWarn passes': `expect(run(() => program.forgets())).toWarn('was never awaited'); expect(run(() => program.forgets())).toWarn(/'sleep'/);`,
  'toWarn fails': `expect(run(() => program.hello())).toWarn('was never awaited');`,
  'the script is looked at like a run and passes': `expect(script).toFinish(); expect(script).toLeaveNothingRunning(); expect(script).toNeverBlock(); expect(script).toPrint([]);`,
  'toWarnNothing passes': `expect(run(() => program.hello())).toWarnNothing();`,
  'toWarnNothing fails': `expect(run(() => program.forgets())).toWarnNothing();`,
  'toFinish passes': `expect(run(() => program.hello())).toFinish();`,
  'toFinish fails': `expect(run(() => program.boom())).toFinish();`,
  'an error goes before what follows from it': `expect(run(() => program.boom())).toTake(7, 'it should take {expected}');`,
  'an error goes before a wrong result': `expect(run(() => program.boom()).result).toEqual([1]);`,
  'feedback that speaks of the error is kept': `const record = run(() => program.boom()); expect(record.result).toEqual([1], 'It ended with ' + record.error?.type + ', far away.');`,
  'a function that is not async': `expect(run(() => program.notAsync())).toTake(0);`,
};

describe('a matcher about runs', () => {
  let says: Record<keyof typeof bodies, string>;
  beforeAll(async () => {
    says = await sayings(PROGRAM, bodies);
  });

  test.each(
    (Object.keys(bodies) as (keyof typeof bodies)[]).filter((name) => name.endsWith('passes') || name.includes('can be looked')),
  )('%s', (name) => {
    expect(says[name]).toBe('passed');
  });

  test.each<[keyof typeof bodies, string]>([
    ['toTake fails', 'It took 18 s, expected 2 s'],
    ['toTake fills in feedback', 'two requests take 2 s; yours took 4 s'],
    ['not.toTake fails', 'It took 0.3 s, which is just what it must not take'],
    ['toPrint fails at a line', "Line 2 was 'World', expected 'Mars'. It printed 'Hello', 'World'"],
    ['toPrint fails for want of a line', "It stopped after 2 lines; line 3 should be '!'. It printed 'Hello', 'World'"],
    ['toPrint fails for a line too much', "It printed 2 lines, expected 1; 'World' is too much. It printed 'Hello', 'World'"],
    ['toPrint of silence', "It printed nothing; expected 'Hello'"],
    ['toPrintInAnyOrder counts', "It never printed 'got 2'; it also printed 'got 1'. It printed 'got 1', 'got 1'"],
    ['toRaise fails without an error', 'It should have raised RangeError, but it ended without an error'],
    ['toRaise fails with another error', 'It should have raised ValueError, but it raised RangeError: too far (line 10)'],
    ['not.toRaise fails', 'It must not raise RangeError, but it raised RangeError: too far (line 10)'],
    ['after toRaise the rest can fail', 'It took 1 s, expected 3 s'],
    [
      'toOverlap fails',
      '`Task-2` and `Task-3` were never in flight at the same time: Task-2 (fetch) from 0 s to 2 s and Task-3 (fetch) from 2 s to 4 s',
    ],
    ['toOverlap without a task', 'No task ran `fetch`: there was only Task-1 (hello)'],
    [
      'not.toOverlap fails',
      '`fetch` and `fetch` were in flight at the same time: Task-2 (fetch) from 0 s to 2 s and Task-3 (fetch) from 0 s to 2 s',
    ],
    ['toRunAtMost fails', '3 tasks were in flight at once, at 0 s; expected at most 2'],
    ['toCancel fails', '`Task-2` should have been cancelled, but Task-2 (fetch) finished'],
    ['toLeaveNothingRunning fails', 'When the main coroutine ended, Task-2 (fetch) was still running, and so cancelled'],
    ['toNeverBlock fails', 'Task-1 stopped everything for 2 s: nothing else can run during a blocking call'],
    [
      'toHappenBefore fails',
      "'World' should come before 'Hello', but 'World' was line 2 (at 0.3 s) and 'Hello' was line 1 (at 0 s)",
    ],
    [
      'toHappenBefore without a line',
      "'Hello' should come before 'Mars', but it never printed 'Mars'. It printed 'Hello', 'World'",
    ],
    ['toWarn fails', 'It should have warned "was never awaited", but there was no warning'],
    ['toWarnNothing fails', 'It warned "coroutine \'sleep\' was never awaited"'],
    ['toFinish fails', 'Your program did not finish: it raised RangeError: too far (line 10)'],
    ['an error goes before what follows from it', 'Your program did not finish: it raised RangeError: too far (line 10)'],
    ['an error goes before a wrong result', 'Your program did not finish: it raised RangeError: too far (line 10)'],
    ['feedback that speaks of the error is kept', 'It ended with RangeError, far away.'],
    [
      'a function that is not async',
      'Your program did not finish: it raised TypeError: a coroutine was expected, got 5: is the function `async`?',
    ],
  ])('%s', (name, words) => {
    expect(says[name]).toBe(words);
  });
});
