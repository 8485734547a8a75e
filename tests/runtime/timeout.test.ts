/** The rules TIMEOUT of the semantics. `asyncWith(timeout(1), body)` stands for Python's `async with timeout(1): body`. */
import { beforeEach, expect, test } from 'vitest';
import { asyncio, block, contextOf, hintOf, iteration, now, repr } from '../../src/runtime/index.ts';
import { boom, define, forever, freshWorld, raisedBy, raisedIn, run, val, wait } from './program.ts';

const {
  asyncWith,
  CancelledError,
  createTask,
  currentTask,
  ExceptionGroup,
  getRunningLoop,
  RuntimeError,
  sleep,
  TaskGroup,
  Timeout,
  timeout,
  timeoutAt,
  TimeoutError,
  ValueError,
} = asyncio;

beforeEach(() => {
  freshWorld();
});

/** `async with manager as value: piece`. */
function* within<T, R>(
  manager: asyncio.AsyncContextManager<T>,
  piece: (value: T) => Generator<unknown, R>,
): Generator<unknown, R> {
  return yield* wait(asyncWith(manager, define(piece)));
}

/** How often the running task has been asked to end. */
function cancelling(): number | undefined {
  return currentTask()?.cancelling();
}

test('TIMEOUT-1: inside the block there is a CancelledError, outside of it a TimeoutError made from it', () => {
  run(function* main() {
    let inside: unknown;
    const deadline = timeout(2);
    const error = (yield* raisedIn(
      within(deadline, function* body() {
        inside = yield* raisedIn(wait(sleep(10)));
        expect(deadline.expired()).toBe(true);
        throw inside;
      }),
    )) as Error;
    expect(inside).toBeInstanceOf(CancelledError);
    expect(error).toBeInstanceOf(TimeoutError);
    expect([error.message, error.cause, contextOf(error)]).toEqual(['', inside, inside]);
    expect([now(), deadline.expired(), cancelling()]).toEqual([2, true, 0]);
  });
});

test('TIMEOUT-1: the timeout interrupts what the block awaits, however deep', () => {
  run(function* main() {
    const inner = createTask(forever());
    expect(yield* raisedIn(within(timeout(1), () => wait(asyncio.gather(val(1, 3), inner))))).toBeInstanceOf(TimeoutError);
    expect(inner.cancelled()).toBe(true);
    expect(yield* raisedIn(within(timeoutAt(now() + 1), () => wait(forever())))).toBeInstanceOf(TimeoutError);
    expect(now()).toBe(2);
  });
});

test('TIMEOUT-1: a block that ends in time leaves its value, and no timer', () => {
  run(function* main() {
    const deadline = timeout(10);
    expect(yield* within(deadline, () => wait(sleep(1, 'value')))).toBe('value');
    expect([deadline.expired(), deadline.when()]).toEqual([false, 10]);
    yield* wait(sleep(20));
    expect(cancelling()).toBe(0);
  });
});

test('TIMEOUT-2: of nested deadlines only the one that is met makes a TimeoutError', () => {
  run(function* main() {
    const nest = function* (outer: asyncio.Timeout, inner: asyncio.Timeout): Generator<unknown, [boolean, boolean, unknown]> {
      let between: unknown;
      const outside = yield* raisedIn(
        within(outer, function* body() {
          between = yield* raisedIn(within(inner, () => wait(sleep(10))));
          throw between;
        }),
      );
      expect(outside).toBeInstanceOf(TimeoutError);
      return [outer.expired(), inner.expired(), (between as Error).name];
    };
    expect(yield* nest(timeout(1), timeout(5))).toEqual([true, false, 'CancelledError']);
    expect(yield* nest(timeout(5), timeout(1))).toEqual([false, true, 'TimeoutError']);
    expect(now()).toBe(2);
    // Both are met before the task runs: the inner one's timer is behind, and both take their cancellation back.
    expect(yield* nest(timeout(1), timeout(1))).toEqual([true, true, 'CancelledError']);
    expect(cancelling()).toBe(0);
  });
});

test('TIMEOUT-2: a deadline that was missed in a busy loop still ends the outer block', () => {
  run(function* main() {
    const error = yield* raisedIn(
      within(timeout(0.1), function* outer() {
        const inner = yield* raisedIn(
          within(timeout(0.01), function* body() {
            block(0.1);
            yield* wait(sleep(1));
          }),
        );
        expect((inner as Error).name).toBe('CancelledError');
        throw inner;
      }),
    );
    expect(error).toBeInstanceOf(TimeoutError);
    expect([now(), cancelling()]).toEqual([0.1, 0]);
  });
});

test('TIMEOUT-2: a timeout in the finally of another one has its own error', () => {
  run(function* main() {
    let inner: unknown;
    const outer = yield* raisedIn(
      within(timeout(1), function* body() {
        try {
          yield* wait(sleep(10));
        } finally {
          inner = yield* raisedIn(within(timeout(1), () => wait(sleep(10))));
        }
      }),
    );
    expect([outer, inner].map((error) => (error as Error).name)).toEqual(['TimeoutError', 'TimeoutError']);
    expect((outer as Error).cause).not.toBe((inner as Error).cause);
    expect([now(), cancelling()]).toEqual([2, 0]);
  });
});

test('TIMEOUT-3: no limit never ends the block', () => {
  run(function* main() {
    for (const none of [timeout(undefined), timeout(null), timeoutAt(undefined), timeoutAt(null), new Timeout(null)]) {
      yield* within(none, () => wait(sleep(1000)));
      expect([none.expired(), none.when()]).toEqual([false, undefined]);
    }
    expect(yield* raisedIn(within(timeout(Infinity), () => wait(boom())))).toEqual(new ValueError('boom'));
  });
});

test('TIMEOUT-3: reschedule moves the deadline, takes it away, and is for the inside only', () => {
  run(function* main() {
    const deadline = timeout(1);
    expect(
      raisedBy(() => {
        deadline.reschedule(2);
      }),
    ).toEqual(new RuntimeError('Timeout has not been entered'));
    yield* within(deadline, function* body() {
      deadline.reschedule(3);
      expect(deadline.when()).toBe(3);
      yield* wait(sleep(2));
      deadline.reschedule(null);
      expect(deadline.when()).toBeUndefined();
      yield* wait(sleep(10));
    });
    expect(
      raisedBy(() => {
        deadline.reschedule(20);
      }),
    ).toEqual(new RuntimeError('Cannot change state of finished Timeout'));
    const error = yield* raisedIn(
      within(timeoutAt(100), function* body(late) {
        late.reschedule(now() - 5);
        yield* wait(sleep(0));
      }),
    );
    expect(error).toBeInstanceOf(TimeoutError);
    expect(now()).toBe(12);
    const expiring = timeout(1);
    yield* within(expiring, function* body() {
      yield* raisedIn(wait(sleep(10)));
      expect(
        raisedBy(() => {
          expiring.reschedule(20);
        }),
      ).toEqual(new RuntimeError('Cannot change state of expiring Timeout'));
    });
    expect(
      raisedBy(() => {
        expiring.reschedule(20);
      }),
    ).toEqual(new RuntimeError('Cannot change state of expired Timeout'));
  });
});

test('TIMEOUT-4: a deadline that is over waits for its turn: what runs before the first real wait is done', () => {
  run(function* main() {
    for (const seconds of [0, -11]) {
      const busy = timeout(seconds);
      expect(yield* within(busy, () => wait(val('never waited')))).toBe('never waited');
      expect(busy.expired()).toBe(false);
      const before = iteration();
      for (const body of [() => wait(sleep(0)), () => wait(sleep(10))]) {
        const over = timeout(seconds);
        expect(yield* raisedIn(within(over, body))).toBeInstanceOf(TimeoutError);
        expect([over.expired(), over.when()]).toEqual([true, seconds]);
      }
      expect(iteration() - before).toBe(3);
      expect(now()).toBe(0);
    }
  });
});

test('TIMEOUT-5: it is entered once, in a task, in a running loop', () => {
  const outside = raisedBy(() => timeout(1));
  expect(outside).toEqual(new RuntimeError('no running event loop'));
  run(function* main() {
    const deadline = timeout(1);
    yield* within(deadline, function* body() {
      const again = yield* raisedIn(within(deadline, () => wait(sleep(0))));
      expect(again).toEqual(new RuntimeError('Timeout has already been entered'));
    });
    const later = yield* raisedIn(within(deadline, () => wait(sleep(0))));
    expect(later).toEqual(new RuntimeError('Timeout has already been entered'));
    const told = getRunningLoop().createFuture();
    const fresh = timeout(1);
    getRunningLoop().callSoon(() => {
      told.setResult(raisedBy(() => fresh.aenter().send(undefined)));
    });
    expect(yield* wait(told)).toEqual(new RuntimeError('Timeout should be used inside a task'));
    expect(repr(fresh)).toBe('<Timeout [created]>');
  });
});

test('TIMEOUT-6: a cancellation from outside that meets the timeout wins', () => {
  run(function* main() {
    const limited = define(function* limited(seconds: number) {
      yield* within(timeout(seconds), () => wait(sleep(10)));
    });
    const met = createTask(limited(1));
    yield* wait(sleep(0));
    getRunningLoop().callLater(1, () => met.cancel('outside'));
    expect(yield* raisedIn(wait(met))).toBeInstanceOf(CancelledError);
    expect([met.cancelled(), met.cancelling()]).toEqual([true, 1]);
    const early = timeout(10);
    const error = yield* raisedIn(
      within(early, function* body() {
        currentTask()?.cancel();
        yield* wait(sleep(10));
      }),
    );
    expect(error).toBeInstanceOf(CancelledError);
    expect([early.expired(), currentTask()?.uncancel()]).toEqual([false, 0]);
    const alone = createTask(define(() => raisedIn(wait(limited(1))))());
    expect(yield* wait(alone)).toBeInstanceOf(TimeoutError);
    expect([alone.cancelled(), alone.cancelling()]).toEqual([false, 0]);
  });
});

test('TIMEOUT-6: a task that was cancelled before the block may still time out in it', () => {
  run(function* main() {
    currentTask()?.cancel();
    expect(yield* raisedIn(wait(sleep(1)))).toBeInstanceOf(CancelledError);
    expect(yield* raisedIn(within(timeout(0), () => wait(sleep(1))))).toBeInstanceOf(TimeoutError);
    expect(cancelling()).toBe(1);
    const error = yield* raisedIn(
      within(timeout(1), function* body() {
        currentTask()?.cancel();
        yield* wait(sleep(2));
      }),
    );
    expect(error).toBeInstanceOf(CancelledError);
    expect(cancelling()).toBe(2);
    expect([currentTask()?.uncancel(), currentTask()?.uncancel()]).toEqual([1, 0]);
  });
});

test('TIMEOUT-7: a block that swallows the cancellation ends as if nothing was, and the count is taken back', () => {
  run(function* main() {
    const deadline = timeout(1);
    const value = yield* within(deadline, function* body() {
      yield* raisedIn(wait(sleep(10)));
      return 'swallowed';
    });
    expect([value, deadline.expired(), cancelling(), now()]).toEqual(['swallowed', true, 0, 1]);
  });
});

test('TIMEOUT-8: another error of the block passes, and the timeout stands in its chain of contexts', () => {
  run(function* main() {
    const passed = timeout(1);
    expect(yield* raisedIn(within(passed, () => wait(boom())))).toEqual(new ValueError('boom'));
    expect(passed.expired()).toBe(false);
    const crash = define(function* crash() {
      try {
        yield* wait(sleep(10));
      } finally {
        throw new ValueError('crash');
      }
    });
    const error = (yield* raisedIn(within(timeout(1), () => wait(crash())))) as Error;
    expect([error.message, error.cause]).toEqual(['crash', undefined]);
    const between = contextOf(error) as Error;
    expect(between).toBeInstanceOf(TimeoutError);
    expect(between.cause).toBeInstanceOf(CancelledError);
    expect(contextOf(between)).toBe(between.cause);
    expect(cancelling()).toBe(0);
  });
});

test('TIMEOUT-8: the timeout stands before the cancellation, however far back that is; and in each error of a group', () => {
  run(function* main() {
    const later = define(function* later() {
      try {
        yield* wait(sleep(10));
      } catch {
        throw new ValueError('member');
      }
    });
    const grouped = define(function* grouped() {
      const error = yield* raisedIn(wait(later()));
      yield* wait(sleep(0));
      throw new ExceptionGroup('group', [error as Error, new ValueError('another')]);
    });
    const group = (yield* raisedIn(within(timeout(1), () => wait(grouped())))) as asyncio.ExceptionGroup;
    const [member, another] = group.exceptions;
    expect(contextOf(member)).toBeInstanceOf(TimeoutError);
    expect(contextOf(contextOf(member))).toBeInstanceOf(CancelledError);
    expect(contextOf(another)).toBeUndefined();
    const twice = define(function* twice() {
      try {
        yield* wait(later());
      } catch {
        throw new ValueError('last');
      }
    });
    const last = yield* raisedIn(within(timeout(1), () => wait(twice())));
    const chain = [last];
    for (let error = contextOf(last); error !== undefined; error = contextOf(error)) chain.push(error);
    expect(chain.map((error) => (error as Error).name)).toEqual(['ValueError', 'ValueError', 'TimeoutError', 'CancelledError']);
  });
});

test('TIMEOUT-8: around a group the timeout stands in the chain of the group and of its members', () => {
  run(function* main() {
    const crash = define(function* crash(): Generator<unknown, never> {
      try {
        yield* wait(sleep(2));
      } catch {
        throw new ValueError('crash');
      }
      throw new RuntimeError('never');
    });
    const grouped = (): Generator<unknown, unknown> =>
      within(new TaskGroup(), function* body(group) {
        group.createTask(crash());
        yield* wait(sleep(1));
      });
    const group = (yield* raisedIn(within(timeout(0.5), grouped))) as asyncio.ExceptionGroup;
    expect(group).toBeInstanceOf(ExceptionGroup);
    expect(group.exceptions).toEqual([new ValueError('crash')]);
    for (const error of [group, group.exceptions[0]]) {
      const between = contextOf(error) as Error;
      expect(between).toBeInstanceOf(TimeoutError);
      expect(between.cause).toBeInstanceOf(CancelledError);
      expect(contextOf(between)).toBe(between.cause);
    }
    expect((contextOf(group) as Error).cause).not.toBe((contextOf(group.exceptions[0]) as Error).cause);
  });
});

test('TIMEOUT-9: a timeout cannot end what does not await; it comes at the next wait that suspends', () => {
  run(function* main() {
    const steps: string[] = [];
    const error = yield* raisedIn(
      within(timeout(1), function* body() {
        block(5);
        steps.push('after the block');
        yield* wait(val(1));
        steps.push('after an await that does not suspend');
        yield* wait(sleep(0));
        steps.push('after a turn: the timer stood behind it');
        yield* wait(sleep(0));
        steps.push('never');
      }),
    );
    expect(error).toBeInstanceOf(TimeoutError);
    expect(steps).toHaveLength(3);
    const deadline = timeout(1);
    yield* within(deadline, function* body() {
      yield* [];
      block(5);
    });
    expect(deadline.expired()).toBe(false);
  });
});

test('TIMEOUT-10: its repr tells its state', () => {
  run(function* main() {
    const deadline = timeout(10 / 3);
    expect(repr(deadline)).toBe('<Timeout [created]>');
    yield* within(deadline, function* body() {
      expect(String(deadline)).toBe('<Timeout [active] when=3.333>');
      deadline.reschedule(now() + 20.0625);
      expect(repr(deadline)).toBe('<Timeout [active] when=20.062>');
      deadline.reschedule(null);
      expect(repr(deadline)).toBe('<Timeout [active] when=None>');
      deadline.reschedule(1);
      yield* raisedIn(wait(sleep(5)));
      expect(repr(deadline)).toBe('<Timeout [expiring]>');
    });
    expect(repr(deadline)).toBe('<Timeout [expired]>');
    const other = timeout(1);
    yield* within(other, () => wait(sleep(0)));
    expect(repr(other)).toBe('<Timeout [finished]>');
  });
});

test('TIMEOUT: what is no time is refused in CPython’s words', () => {
  run(function* main() {
    const refused = raisedBy(() => timeout('1' as never)) as Error;
    expect([refused.name, refused.message]).toEqual(['TypeError', "unsupported operand type(s) for +: 'float' and 'str'"]);
    expect(hintOf(refused)).toBe('A time is a number of seconds, such as `1.5`.');
    expect((raisedBy(() => timeout([] as never)) as Error).message).toBe("unsupported operand type(s) for +: 'float' and 'list'");
    const later = (yield* raisedIn(within(timeoutAt('x' as never), () => wait(sleep(0))))) as Error;
    expect(later.message).toBe("'<=' not supported between instances of 'str' and 'float'");
    const missing = timeout as unknown as () => void;
    expect((raisedBy(missing) as Error).message).toBe("timeout() missing 1 required positional argument: 'delay'");
  });
});

test('TIMEOUT: NaN ends the run once nothing else is left to do, and is met at once while something is', () => {
  const error = raisedBy(() => {
    run(function* main() {
      yield* within(timeout(NaN), () => wait(sleep(1)));
    });
  });
  expect(error).toEqual(new ValueError('cannot convert float NaN to integer'));
  expect(now()).toBe(0);
  freshWorld();
  run(function* main() {
    expect(
      yield* raisedIn(
        within(timeout(NaN), function* body() {
          yield* wait(sleep(0));
          yield* wait(sleep(0));
        }),
      ),
    ).toBeInstanceOf(TimeoutError);
  });
});
