/** The rule BARRIER-1 of the semantics. What CPython does in detail is in tests/conformance/locks. */
import { beforeEach, expect, test } from 'vitest';
import { asyncio, repr } from '../../src/runtime/index.ts';
import { define, ended, freshWorld, item, raisedBy, raisedIn, run, spin, wait, waitAny } from './program.ts';

const { asyncWith, Barrier, BrokenBarrierError, createTask, gather, sleep, ValueError } = asyncio;

beforeEach(() => {
  freshWorld();
});

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** Passes the barrier, or says that it is broken. */
const passing = define(function* passing(barrier: asyncio.Barrier) {
  try {
    return yield* wait(barrier.wait());
  } catch (error) {
    if (error instanceof BrokenBarrierError) return error.message;
    throw error;
  }
});

test('BARRIER-1: when the last one comes all go on, each with its place in order of arrival', () => {
  run(function* main() {
    const barrier = new Barrier(3);
    const log: string[] = [];
    const party = define(function* party(name: string, seconds: number) {
      yield* wait(sleep(seconds));
      const place = yield* wait(barrier.wait());
      log.push(`${name} ${place}`);
    });
    const tasks = [party('a', 2), party('b', 1), party('c', 3)].map((each) => createTask(each));
    yield* wait(sleep(2.5));
    expect([log, barrier.nWaiting, barrier.parties]).toEqual([[], 2, 3]);
    yield* wait(gather(...tasks));
    expect(log).toEqual(['c 2', 'b 0', 'a 1']);
    expect([barrier.nWaiting, barrier.broken]).toEqual([0, false]);
  });
});

test('BARRIER-1: it can be passed again and again', () => {
  run(function* main() {
    const barrier = new Barrier(3);
    const twice = define(function* twice() {
      const first = yield* wait(barrier.wait());
      const second = yield* wait(barrier.wait());
      return [first, second];
    });
    const places = yield* wait(gather(twice(), twice(), twice()));
    expect(places.map(([first]) => first)).toEqual([0, 1, 2]);
    expect(places.map(([, second]) => second).sort()).toEqual([0, 1, 2]);
    expect(repr(barrier)).toBe('<asyncio.locks.Barrier object [filling, waiters:0/3]>');
  });
});

test('BARRIER-1: those who come while it drains wait for the next round', () => {
  run(function* main() {
    const barrier = new Barrier(3);
    const tasks = times(5, () => createTask(passing(barrier)));
    yield* spin(5);
    expect(tasks.map((task) => task.done())).toEqual([true, true, true, false, false]);
    expect(barrier.nWaiting).toBe(2);
    expect(yield* wait(barrier.wait())).toBe(2);
    expect(yield* wait(gather(...tasks))).toEqual([0, 1, 2, 0, 1]);
  });
});

test('BARRIER-1: abort sends away those who wait and those who come', () => {
  run(function* main() {
    const barrier = new Barrier(3);
    const tasks = times(2, () => createTask(passing(barrier)));
    yield* spin(1);
    yield* wait(barrier.abort());
    expect([barrier.broken, repr(barrier)]).toEqual([true, '<asyncio.locks.Barrier object [broken]>']);
    expect(yield* wait(gather(...tasks))).toEqual(times(2, () => 'Abort or reset of barrier'));
    const error = yield* raisedIn(wait(barrier.wait()));
    expect(error).toEqual(new BrokenBarrierError('Barrier aborted'));
    expect(error).toBeInstanceOf(asyncio.RuntimeError);
  });
});

test('BARRIER-1: reset sends away those who wait, and mends a broken one', () => {
  run(function* main() {
    const barrier = new Barrier(3);
    const tasks = times(2, () => createTask(passing(barrier)));
    yield* spin(1);
    yield* wait(barrier.reset());
    expect(repr(barrier)).toBe('<asyncio.locks.Barrier object [resetting, waiters:0/3]>');
    expect(yield* wait(gather(...tasks))).toEqual(times(2, () => 'Abort or reset of barrier'));
    expect(repr(barrier)).toBe('<asyncio.locks.Barrier object [filling, waiters:0/3]>');
    yield* wait(barrier.abort());
    yield* wait(barrier.reset());
    expect(yield* wait(gather(...times(3, () => passing(barrier))))).toEqual([0, 1, 2]);
  });
});

test('BARRIER-1: a reset while it drains breaks it for those who have not left', () => {
  run(function* main() {
    const barrier = new Barrier(5);
    let out = 0;
    const leaving = define(function* leaving() {
      const place = yield* wait(passing(barrier));
      if (typeof place === 'number' && ++out === 3) yield* wait(barrier.reset());
      return place;
    });
    const places = yield* wait(gather(...times(5, leaving)));
    expect(places).toEqual([0, 1, 'Abort or reset of barrier', 'Abort or reset of barrier', 4]);
    expect([barrier.nWaiting, barrier.broken]).toEqual([0, false]);
  });
});

test('BARRIER-1: who gives up is not counted', () => {
  run(function* main() {
    const barrier = new Barrier(3);
    const tasks = times(2, () => createTask(passing(barrier)));
    yield* spin(1);
    item(tasks, 0).cancel();
    yield* ended(item(tasks, 0));
    expect([item(tasks, 0).cancelled(), barrier.nWaiting]).toEqual([true, 1]);
    const others = times(2, () => createTask(passing(barrier)));
    // As in CPython, the place that was given already stays, and is given again.
    expect(yield* wait(gather(item(tasks, 1), ...others))).toEqual([1, 1, 2]);
  });
});

test('BARRIER-1: a barrier of one lets everybody through at once', () => {
  run(function* main() {
    const barrier = new Barrier(1);
    expect([yield* wait(barrier.wait()), yield* wait(barrier.wait())]).toEqual([0, 0]);
  });
});

test.each([0, -4, 0.5])('BARRIER-1: %d parties are too few', (parties) => {
  expect(raisedBy(() => new Barrier(parties))).toEqual(new ValueError('parties must be >= 1'));
});

test('a barrier needs a number of parties and takes no options', () => {
  const make = Barrier as unknown as new (...args: unknown[]) => unknown;
  expect(raisedBy(() => new make())).toEqual(
    new TypeError("Barrier.__init__() missing 1 required positional argument: 'parties'"),
  );
  expect(raisedBy(() => new make('3'))).toEqual(new TypeError("'<' not supported between instances of 'str' and 'int'"));
  expect(raisedBy(() => new make(3, { loop: 1 }))).toEqual(
    new TypeError("Barrier.__init__() got an unexpected keyword argument 'loop'"),
  );
});

test('asyncWith gives the place to its body', () => {
  run(function* main() {
    const barrier = new Barrier(2);
    const places = yield* wait(gather(...times(2, () => asyncWith(barrier, (place) => place))));
    expect(places).toEqual([0, 1]);
    expect(yield* raisedIn(waitAny(barrier))).toEqual(new TypeError("'Barrier' object can't be awaited"));
  });
});

test('a barrier tells its state', () => {
  run(function* main() {
    const barrier = new Barrier(3);
    const tasks = times(2, () => createTask(passing(barrier)));
    yield* spin(1);
    expect(repr(barrier)).toBe('<asyncio.locks.Barrier object [filling, waiters:2/3]>');
    tasks.push(createTask(passing(barrier)));
    yield* spin(1);
    expect(repr(barrier)).toBe('<asyncio.locks.Barrier object [draining, waiters:0/3]>');
    yield* wait(gather(...tasks));
  });
});
