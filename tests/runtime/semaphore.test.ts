/** The rules SEM of the semantics. What CPython does in detail is in tests/conformance/locks. */
import { beforeEach, expect, test } from 'vitest';
import { asyncio, hintOf, iteration, now, repr } from '../../src/runtime/index.ts';
import { define, ended, freshWorld, item, raisedBy, raisedIn, run, spin, wait } from './program.ts';

const { asyncWith, BoundedSemaphore, CancelledError, createTask, gather, Semaphore, sleep, ValueError, waitFor } = asyncio;

beforeEach(() => {
  freshWorld();
});

/** A task that acquires and notes it. */
const taker = define(function* taker(semaphore: asyncio.Semaphore, name: string, log: string[]) {
  yield* wait(semaphore.acquire());
  log.push(name);
});

test('SEM-1: it counts, and may be released beyond its first value', () => {
  run(function* main() {
    const semaphore = new Semaphore();
    semaphore.release();
    const before = iteration();
    expect([semaphore.locked(), yield* wait(semaphore.acquire())]).toEqual([false, true]);
    expect([semaphore.locked(), yield* wait(semaphore.acquire())]).toEqual([false, true]);
    expect([semaphore.locked(), iteration()]).toEqual([true, before]);
    semaphore.release();
    expect(semaphore.locked()).toBe(false);
  });
});

test('SEM-1: a BoundedSemaphore may not', () => {
  run(function* main() {
    const semaphore = new BoundedSemaphore(2);
    yield* wait(semaphore.acquire());
    semaphore.release();
    expect(
      raisedBy(() => {
        semaphore.release();
      }),
    ).toEqual(new ValueError('BoundedSemaphore released too many times'));
    expect(
      raisedBy(() => {
        new BoundedSemaphore().release();
      }),
    ).toBeInstanceOf(ValueError);
  });
});

test.each([Semaphore, BoundedSemaphore])('SEM-1: %o begins at zero or more', (Kind) => {
  expect(raisedBy(() => new Kind(-1))).toEqual(new ValueError('Semaphore initial value must be >= 0'));
  expect(new Kind(0).locked()).toBe(true);
  const error = raisedBy(() => new Kind({ value: 3 } as never));
  expect(error).toEqual(new TypeError("'<' not supported between instances of 'dict' and 'int'"));
  expect(hintOf(error)).toContain('new Semaphore(3)');
});

test('SEM-2: a newcomer stands in line behind who was woken, though there is one left', () => {
  run(function* main() {
    const semaphore = new Semaphore(0);
    const log: string[] = [];
    const first = createTask(taker(semaphore, 'first', log));
    yield* spin(1);
    semaphore.release();
    semaphore.release();
    expect([semaphore.locked(), repr(semaphore)]).toEqual([true, '<asyncio.locks.Semaphore object [locked, waiters:1]>']);
    yield* wait(taker(semaphore, 'newcomer', log));
    expect([log, first.done()]).toEqual([['first', 'newcomer'], true]);
  });
});

test('SEM-2: who releases and acquires again comes after those who wait', () => {
  run(function* main() {
    const semaphore = new Semaphore(1);
    const log: string[] = [];
    const twice = define(function* twice(name: string) {
      for (const turn of [1, 2]) {
        yield* wait(semaphore.acquire());
        log.push(name + String(turn));
        yield* wait(sleep(0.01));
        semaphore.release();
      }
    });
    yield* wait(gather(twice('a'), twice('b'), twice('c')));
    expect(log).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'c2']);
  });
});

test('SEM-2: a cancelled one is passed over, and what it was given goes to the next', () => {
  run(function* main() {
    const semaphore = new Semaphore(0);
    const tasks = [1, 2, 3, 4].map(() => createTask(semaphore.acquire()));
    yield* spin(1);
    item(tasks, 0).cancel();
    semaphore.release();
    item(tasks, 1).cancel();
    yield* spin(3);
    expect(tasks.map((task) => task.done())).toEqual([true, true, true, false]);
    expect(tasks.map((task) => task.cancelled())).toEqual([true, true, false, false]);
    item(tasks, 3).cancel();
    yield* ended(item(tasks, 3));
    expect(repr(semaphore)).toBe('<asyncio.locks.Semaphore object [locked]>');
  });
});

test('SEM-2: one that is cancelled as it is woken leaves nothing hanging', () => {
  run(function* main() {
    const semaphore = new Semaphore(1);
    const second = createTask(asyncWith(semaphore, () => 'never'));
    yield* wait(semaphore.acquire());
    yield* spin(1);
    semaphore.release();
    second.cancel();
    expect(yield* raisedIn(wait(second))).toBeInstanceOf(CancelledError);
    expect(yield* wait(waitFor(semaphore.acquire(), 1))).toBe(true);
    expect(now()).toBe(0);
  });
});

test('SEM-2: several releases at once wake as many, in turn', () => {
  run(function* main() {
    const semaphore = new Semaphore(0);
    const log: string[] = [];
    const tasks = ['1', '2', '3', '4'].map((name) => createTask(taker(semaphore, name, log)));
    yield* spin(1);
    for (let i = 0; i < 3; i += 1) semaphore.release();
    yield* spin(1);
    expect([log, semaphore.locked()]).toEqual([['1', '2', '3'], true]);
    semaphore.release();
    yield* wait(gather(...tasks));
    expect(log).toEqual(['1', '2', '3', '4']);
  });
});

test('SEM-3: five jobs of one second, two at a time, take three seconds', () => {
  run(function* main() {
    const semaphore = new Semaphore(2);
    let inside = 0;
    let most = 0;
    const job = define(function* job() {
      yield* wait(semaphore.acquire());
      inside += 1;
      most = Math.max(most, inside);
      yield* wait(sleep(1));
      inside -= 1;
      semaphore.release();
    });
    yield* wait(gather(job(), job(), job(), job(), job()));
    expect([now(), most]).toEqual([3, 2]);
  });
});

test.each([
  [Semaphore, 'Semaphore'],
  [BoundedSemaphore, 'BoundedSemaphore'],
] as const)('%o tells what is left', (Kind, name) => {
  run(function* main() {
    const semaphore = new Kind(3);
    yield* wait(semaphore.acquire());
    expect(repr(semaphore)).toBe(`<asyncio.locks.${name} object [unlocked, value:2]>`);
  });
});
