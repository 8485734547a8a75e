/** The rules GATHER of the semantics. */
import { beforeEach, expect, test } from 'vitest';
import { asyncio, endWorld, hintOf, iteration, now } from '../../src/runtime/index.ts';
import { gatherAll } from '../../src/runtime/gather.ts';
import { boom, define, ended, forever, freshWorld, raisedBy, raisedIn, run, said, spin, val, wait } from './program.ts';

const { CancelledError, createTask, gather, getRunningLoop, sleep, ValueError } = asyncio;

beforeEach(() => {
  freshWorld();
});

const after = define(function* after(seconds: number) {
  yield* wait(sleep(seconds));
  return seconds;
});

const whereabouts = define(function* whereabouts() {
  yield* [];
  return iteration();
});

test('GATHER-1: results are in argument order', () => {
  run(function* main() {
    expect(yield* wait(gather(after(3), after(1), after(2)))).toEqual([3, 1, 2]);
    expect(now()).toBe(3);
  });
});

test('GATHER-2: gather makes tasks at once and returns a future', () => {
  run(function* main() {
    const before = iteration();
    const all = gather(whereabouts(), whereabouts());
    expect([asyncio.isfuture(all), asyncio.iscoroutine(all)]).toEqual([true, false]);
    yield* wait(sleep(0));
    expect(yield* wait(all)).toEqual([before + 1, before + 1]);
  });
});

test('GATHER-3: a gather of nothing is done', () => {
  run(function* main() {
    const before = iteration();
    const all = gather();
    expect(all.done()).toBe(true);
    expect(yield* wait(all)).toEqual([]);
    expect(iteration()).toBe(before);
    expect(yield* wait(gather({ returnExceptions: true }))).toEqual([]);
  });
});

test('GATHER-4: the first error is passed on at once, the others run on', () => {
  run(function* main() {
    const out: number[] = [];
    const slow = define(function* slow() {
      yield* wait(sleep(5));
      out.push(now());
    });
    expect(yield* raisedIn(wait(gather(slow(), boom(undefined, 0, 1))))).toEqual(new ValueError('boom'));
    expect(now()).toBe(1);
    expect(out).toEqual([]);
    yield* wait(sleep(10));
    expect(out).toEqual([5]);
  });
});

test('GATHER-5: with returnExceptions errors and cancellations are results', () => {
  run(function* main() {
    const task = createTask(forever());
    getRunningLoop().callLater(1, () => task.cancel('why'));
    const future = getRunningLoop().createFuture();
    future.cancel('told');
    expect(yield* wait(gather(future, { returnExceptions: true }))).toEqual([new CancelledError('told')]);
    const results = yield* wait(gather(val(1), boom(), task, { returnExceptions: true }));
    // As in CPython, a task that ended by its cancellation has kept no message.
    expect(results).toEqual([1, new ValueError('boom'), new CancelledError('')]);
    expect(results[2]).toBeInstanceOf(CancelledError);
  });
});

test('GATHER-6: what is given twice is one child', () => {
  run(function* main() {
    let calls = 0;
    const f = define(function* f() {
      calls += 1;
      yield* [];
      return 'x';
    });
    const coroutine = f();
    expect(yield* wait(gather(coroutine, val('y'), coroutine))).toEqual(['x', 'y', 'x']);
    expect(calls).toBe(1);
  });
});

test.each([
  { returnExceptions: false, rest: ['1 at 1', 'w at 1'] },
  { returnExceptions: true, rest: ['1 at 1', '3 at 3', 'w at 3'] },
])('GATHER-7: cancelling the awaiter cancels every child (returnExceptions: $returnExceptions)', ({ returnExceptions, rest }) => {
  const log: string[] = [];
  const child = define(function* child(seconds: number) {
    try {
      yield* wait(forever());
    } finally {
      log.push(`${seconds} cancelled`);
      yield* wait(sleep(seconds));
      log.push(`${seconds} at ${now()}`);
    }
  });
  run(function* main() {
    let all: asyncio.Future | undefined;
    const awaiter = define(function* awaiter() {
      all = gather(child(1), child(3), { returnExceptions });
      try {
        yield* wait(all);
      } finally {
        log.push(`w at ${now()}`);
      }
    });
    const task = createTask(awaiter());
    yield* spin(2);
    task.cancel();
    yield* ended(task);
    expect(task.cancelled()).toBe(true);
    expect(log).toEqual(['1 cancelled', '3 cancelled', ...rest]);
    expect(all?.cancelled()).toBe(false);
    expect(all?.exception()).toBeInstanceOf(CancelledError);
  });
});

test('GATHER-8: a child’s cancellation reaches the awaiter, the siblings go on', () => {
  run(function* main() {
    const child = createTask(forever());
    const sibling = createTask(sleep(5, 's'));
    const all = gather(child, sibling);
    getRunningLoop().callLater(1, () => child.cancel());
    expect(yield* raisedIn(wait(all))).toBeInstanceOf(CancelledError);
    expect([all.cancelled(), sibling.done()]).toEqual([false, false]);
    expect(yield* wait(sibling)).toBe('s');
  });
});

test('GATHER-9: after an error the gather is done: it cancels nobody, and later errors are not reported', () => {
  run(function* main() {
    const later = createTask(boom(new Error('later'), 0, 5));
    const all = gather(boom(undefined, 0, 1), later);
    expect(yield* raisedIn(wait(all))).toEqual(new ValueError('boom'));
    expect([all.cancel(), later.done(), later.cancelling()]).toEqual([false, false, 0]);
    yield* wait(sleep(10));
    expect(later.done()).toBe(true);
  });
  endWorld();
  expect(said.contexts).toEqual([]);
});

test('GATHER-10: the awaiter goes on two iterations after the last child’s end', () => {
  run(function* main() {
    const before = iteration();
    expect(yield* wait(gather(whereabouts(), whereabouts()))).toEqual([before + 1, before + 1]);
    expect(iteration()).toBe(before + 3);
  });
});

test('GATHER-11: a cancelled gather raises CancelledError even when its children swallow it', () => {
  run(function* main() {
    const stubborn = define(function* stubborn() {
      yield* raisedIn(wait(forever()));
      return 'kept';
    });
    const awaiter = define(function* awaiter() {
      return yield* wait(gather(stubborn(), stubborn(), { returnExceptions: true }));
    });
    const task = createTask(awaiter());
    yield* spin(2);
    task.cancel();
    expect(yield* raisedIn(wait(task))).toBeInstanceOf(CancelledError);
  });
});

test('GATHER-12: a gather of what is done is done', () => {
  run(function* main() {
    const tasks = [0, 1, 2].map((n) => createTask(val(n)));
    yield* wait(sleep(0));
    const before = iteration();
    const all = gather(...tasks);
    expect(all.done()).toBe(true);
    expect(yield* wait(all)).toEqual([0, 1, 2]);
    expect(iteration()).toBe(before);
  });
});

test('GATHER-13: what is not awaitable is refused, after earlier coroutines were scheduled', () => {
  run(function* main() {
    const out: number[] = [];
    const f = define(function* f() {
      out.push(1);
      yield* [];
    });
    expect(raisedBy(() => gather(f(), 5 as never))).toEqual(
      new TypeError('An asyncio.Future, a coroutine or an awaitable is required'),
    );
    yield* wait(sleep(0));
    expect(out).toEqual([1]);
    const list = raisedBy(() => gather([] as never));
    expect(list).toEqual(new TypeError("cannot use 'list' as a dict key (unhashable type: 'list')"));
    expect(hintOf(list)).toBe('Spread it: `gather(...list)`.');
    expect(raisedBy(() => gather({ return_exceptions: true } as never))).toEqual(
      new TypeError("gather() got an unexpected keyword argument 'return_exceptions'"),
    );
    const native = raisedBy(() => gather(Promise.resolve(1)));
    expect(native).toEqual(new TypeError('An asyncio.Future, a coroutine or an awaitable is required'));
    expect(hintOf(native)).toMatch(/Promise/);
  });
});

test('GATHER-14: of several that fail in one iteration the first to end wins', () => {
  run(function* main() {
    expect(yield* raisedIn(wait(gather(boom(new ValueError('first')), boom(new ValueError('second')))))).toEqual(
      new ValueError('first'),
    );
    expect(yield* raisedIn(wait(gather(boom(new ValueError('first'), 1), boom(new ValueError('second')))))).toEqual(
      new ValueError('second'),
    );
  });
});

test('GATHER-11: a cancelled gather raises the cancellation of its last argument, whichever ended last', () => {
  run(function* main() {
    const slow = define(function* slow() {
      yield* raisedIn(wait(forever()));
      yield* spin(2);
    });
    const last = createTask(forever());
    const awaiter = createTask(
      define(function* awaiter() {
        yield* wait(gather(slow(), last, { returnExceptions: true }));
      })(),
    );
    yield* spin(2);
    last.cancel('own');
    yield* spin(2);
    awaiter.cancel('of the awaiter');
    expect(yield* raisedIn(wait(awaiter))).toMatchObject({ args: ['own'] });
  });
});

test('GATHER-11: a cancelled gather has seen its children’s errors, so that they are not reported', () => {
  run(function* main() {
    const awaiter = define(function* awaiter() {
      yield* wait(gather(gather(forever(), { returnExceptions: true }), { returnExceptions: true }));
    });
    const task = createTask(awaiter());
    yield* spin(2);
    task.cancel();
    expect(yield* raisedIn(wait(task))).toBeInstanceOf(CancelledError);
  });
  endWorld();
  expect(said.contexts).toEqual([]);
});

test('a list of awaitables may be longer than a call can have arguments', () => {
  run(function* main() {
    const futures = Array.from({ length: 200_000 }, () => getRunningLoop().createFuture<number>());
    futures.forEach((future, i) => {
      future.setResult(i);
    });
    expect(yield* wait(gatherAll(futures))).toEqual(futures.map((_, i) => i));
  });
});
