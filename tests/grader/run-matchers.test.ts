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
    console.log(JSON.stringify(says, null, 1));
  });

  test.each(
    (Object.keys(bodies) as (keyof typeof bodies)[]).filter((name) => name.endsWith('passes') || name.includes('can be looked')),
  )('%s', (name) => {
    expect(says[name]).toBe('passed');
  });

  test('says the times', () => {
    expect(says['toTake fails']).toBe('It took 18 s, expected 2 s');
    expect(says['toTake fills in feedback']).toBe('Two requests take 2 s; yours took 4 s');
    expect(says['not.toTake fails']).toBe('It took 0.3 s, which is just what it must not take');
  });
});
