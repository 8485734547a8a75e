/** Fills toy loops with callbacks and timers, does iterations one by one, and looks at who ran in which of them and at the clock. */
import { expect, test } from 'grader';

interface Handle {
  cancelled: boolean;
}

interface ToyLoop {
  readonly now: number;
  callSoon(callback: () => void): Handle;
  callAt(when: number, callback: () => void): Handle;
  runOnce(): void;
}

/** Does so many iterations. @returns for each what it ran, in order */
function iterations(loop: ToyLoop, many: number, ran: string[]): string[][] {
  return Array.from({ length: many }, () => {
    const before = ran.length;
    loop.runOnce();
    return ran.slice(before);
  });
}

/** What each iteration ran, in words. */
function told(each: readonly (readonly string[])[]): string {
  return each.map((names, at) => `iteration ${at + 1} ran ${names.join(', ') || 'nothing'}`).join('; ');
}

/** True when nothing ran twice. */
const isOnce = (each: readonly (readonly string[])[]): boolean => new Set(each.flat()).size === each.flat().length;

const TWICE = 'A timer that has run was there a second time: once it is ready, it is a timer no more.';

test('what is ready runs in the order in which it was scheduled', ({ program }) => {
  const loop = new program.ToyLoop() as ToyLoop;
  const ran: string[] = [];
  for (const name of ['A', 'B', 'C']) loop.callSoon(() => ran.push(name));
  const each = iterations(loop, 1, ran);
  expect(each).toEqual(
    [['A', 'B', 'C']],
    `A, B and C were scheduled with callSoon: ${told(each)}. What is ready is a queue, and it is served in the order in which it came.`,
  );
});

test('an iteration runs what was ready when it began, and nothing else', ({ program }) => {
  const loop = new program.ToyLoop() as ToyLoop;
  const ran: string[] = [];
  const again = (): void => {
    ran.push('again');
    if (ran.length < 3) loop.callSoon(again);
  };
  loop.callSoon(again);
  const each = iterations(loop, 3, ran);
  expect(ran).toHaveLength(
    3,
    `A callback schedules itself anew, three times in all: ${told(each)}. What was scheduled while a batch ran never ran: it was lost with that batch.`,
  );
  expect(each).toEqual(
    [['again'], ['again'], ['again']],
    `A callback schedules itself anew, three times in all: ${told(each)}. It ran in the iteration in which it was scheduled. One that goes on for ever would so keep every timer waiting for ever.`,
  );
});

test('with nothing ready the clock jumps to the earliest timer', ({ program }) => {
  const loop = new program.ToyLoop() as ToyLoop;
  const ran: string[] = [];
  loop.callAt(5, () => ran.push('five'));
  loop.callAt(3, () => ran.push('three'));
  const first = iterations(loop, 1, ran);
  expect(loop.now).toBe(
    3,
    `Timers were set for 5 and for 3, and after one iteration the clock said ${loop.now}: with nothing ready, the next thing to happen is the earliest timer.`,
  );
  const each = [...first, ...iterations(loop, 2, ran)];
  expect(isOnce(each)).toBe(true, `${TWICE} Here ${told(each)}.`);
  expect(each).toEqual([['three'], ['five'], []], `Timers were set for 5 and for 3: ${told(each)}.`);
  expect(loop.now).toBe(5, `When nothing was left to wait for, the clock went on to ${loop.now}: it stays where it is, at 5.`);
});

test('while anything is ready the clock stands still', ({ program }) => {
  const loop = new program.ToyLoop() as ToyLoop;
  const ran: string[] = [];
  loop.callAt(4, () => ran.push('timer'));
  loop.callSoon(() => ran.push('soon'));
  const each = iterations(loop, 1, ran);
  expect(loop.now).toBe(
    0,
    `One callback was ready, and a timer was set for 4. After one iteration the clock said ${loop.now}: it did not stand still, although the loop had something to do.`,
  );
  expect(each).toEqual([['soon']], `One callback was ready, and a timer was set for 4: ${told(each)}.`);
});

test('all timers that are due run in one iteration, the earliest first', ({ program }) => {
  const loop = new program.ToyLoop() as ToyLoop;
  const ran: string[] = [];
  loop.callAt(3, () => undefined);
  iterations(loop, 1, ran);
  loop.callSoon(() => undefined);
  loop.callAt(2, () => ran.push('two'));
  loop.callAt(1, () => ran.push('one'));
  const each = iterations(loop, 1, ran);
  const what = `At 3 there were two timers that were due already, set for 2 and then for 1: ${told(each)}.`;
  const names = each.flat();
  expect(names.includes('one') && names.includes('two')).toBe(true, `${what} They fired in different iterations.`);
  expect(each).toEqual([['one', 'two']], `${what} Of timers that are due, the earliest deadline goes first.`);
});

test('timers with equal times run in the order in which they were set', ({ program }) => {
  const loop = new program.ToyLoop() as ToyLoop;
  const ran: string[] = [];
  for (const name of ['A', 'B', 'C', 'D']) loop.callAt(1, () => ran.push(name));
  const each = iterations(loop, 1, ran);
  expect(each.flat()).toHaveLength(4, `Four timers were set for 1: ${told(each)}. All of them were due.`);
  const next = iterations(loop, 1, ran);
  expect(next).toEqual([[]], `${TWICE} After the four had run, the next iteration ran ${next.flat().join(', ')}.`);
  expect(each).toEqual([['A', 'B', 'C', 'D']], `Timers for the same moment were set A, B, C, D: ${told(each)}.`);
});

test('a timer that is due comes behind what is ready', ({ program }) => {
  const loop = new program.ToyLoop() as ToyLoop;
  const ran: string[] = [];
  loop.callAt(0, () => ran.push('timer'));
  loop.callSoon(() => ran.push('soon'));
  const each = iterations(loop, 2, ran);
  expect(isOnce(each)).toBe(true, `${TWICE} Here ${told(each)}.`);
  expect(each).toEqual(
    [['soon', 'timer'], []],
    `A timer for this very moment, and a callback that is ready: ${told(each)}. The timer ran before what was ready, or in another iteration.`,
  );
});

test('what is cancelled is not run', ({ program }) => {
  const loop = new program.ToyLoop() as ToyLoop;
  const ran: string[] = [];
  const soon = loop.callSoon(() => ran.push('soon'));
  const timer = loop.callAt(0, () => ran.push('timer'));
  soon.cancelled = true;
  timer.cancelled = true;
  const before = iterations(loop, 2, ran);
  expect(ran).toEqual([], `A callback and a timer were cancelled, and it ran anyway: ${told(before)}.`);
  loop.callSoon(() => {
    ran.push('first');
    second.cancelled = true;
  });
  const second = loop.callSoon(() => ran.push('second'));
  const each = iterations(loop, 1, ran);
  expect(ran).toEqual(
    ['first'],
    `The second callback was cancelled by the callback before it, in the same iteration: ${told(each)}.`,
  );
});

test('a cancelled timer does not move the clock', ({ program }) => {
  const loop = new program.ToyLoop() as ToyLoop;
  const ran: string[] = [];
  loop.callAt(1, () => ran.push('one')).cancelled = true;
  iterations(loop, 1, ran);
  expect(loop.now).toBe(
    0,
    `The only timer, for 1, was cancelled, and after one iteration the clock said ${loop.now}: it moved for a timer that nobody wants any more.`,
  );
  loop.callAt(2, () => ran.push('two')).cancelled = true;
  loop.callAt(3, () => ran.push(`three at ${loop.now}`));
  iterations(loop, 1, ran);
  expect(ran).toEqual(
    ['three at 3'],
    `A timer for 2 was cancelled, one for 3 was not. The next iteration ran ${ran.join(', ') || 'nothing'}, and the clock said ${loop.now}: it stopped at a timer that nobody wants any more.`,
  );
});

test('the clock never goes back', ({ program }) => {
  const loop = new program.ToyLoop() as ToyLoop;
  const ran: string[] = [];
  loop.callAt(5, () => ran.push('five'));
  iterations(loop, 1, ran);
  loop.callAt(2, () => ran.push('two'));
  iterations(loop, 1, ran);
  expect(loop.now).toBe(5, `At 5 a timer was set for 2, which was over. The clock went back from 5 to ${loop.now}.`);
});
