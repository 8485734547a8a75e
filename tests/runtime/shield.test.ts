/** The rules SHIELD of the semantics. */
import { beforeEach, expect, test } from 'vitest';
import { asyncio, endWorld, iteration, now } from '../../src/runtime/index.ts';
import { boom, define, forever, freshWorld, raisedBy, raisedIn, run, said, spin, val, wait } from './program.ts';

const { CancelledError, createTask, gather, getRunningLoop, RuntimeError, shield, sleep, ValueError } = asyncio;

beforeEach(() => {
  freshWorld();
});

test('SHIELD-1: cancelling who waits leaves the inner task running', () => {
  run(function* main() {
    const inner = createTask(sleep(2, 'done'));
    const outer = createTask(
      define(function* outer() {
        return yield* wait(shield(inner));
      })(),
    );
    yield* wait(sleep(1));
    outer.cancel('told');
    expect(yield* raisedIn(wait(outer))).toEqual(new CancelledError('told'));
    expect([outer.cancelled(), inner.done(), now()]).toEqual([true, false, 1]);
    expect([yield* wait(inner), now()]).toEqual(['done', 2]);
  });
});

test('SHIELD-1: a cancelled shield leaves nothing on the inner future but what tells of a late error', () => {
  run(function* main() {
    const inner = getRunningLoop().createFuture<string>();
    const outer = shield(inner);
    expect(outer.cancel()).toBe(true);
    yield* spin(1);
    expect([outer.cancelled(), inner.cancelled()]).toEqual([true, false]);
    expect(String(inner)).toBe('<Future pending cb=[shield.<locals>._clear_awaited_by_callback(), _log_on_exception()]>');
    inner.setResult('fine');
    yield* spin(2);
    expect(said.contexts).toEqual([]);
  });
});

test('SHIELD-1: of a gather the shielded child is kept, the others are cancelled', () => {
  run(function* main() {
    const loop = getRunningLoop();
    const [kept, lost] = [loop.createFuture<string>(), loop.createFuture<string>()];
    const all = gather(shield(kept), lost);
    yield* spin(1);
    all.cancel();
    expect(yield* raisedIn(wait(all))).toBeInstanceOf(CancelledError);
    expect([kept.done(), lost.cancelled()]).toEqual([false, true]);
    const inner = gather(kept, loop.createFuture());
    const outer = shield(inner);
    outer.cancel();
    yield* spin(2);
    expect([outer.cancelled(), inner.done(), kept.done()]).toEqual([true, false, false]);
    kept.setResult('kept');
  });
});

test('SHIELD-2: the result, the error and the cancellation of the inner future pass', () => {
  run(function* main() {
    const loop = getRunningLoop();
    expect(yield* wait(shield(val('result', 2)))).toBe('result');
    expect(yield* raisedIn(wait(shield(boom(undefined, 1))))).toEqual(new ValueError('boom'));
    const inner = loop.createFuture();
    const outer = shield(inner);
    yield* spin(1);
    inner.cancel('inner');
    yield* spin(2);
    expect(outer.cancelled()).toBe(true);
    // As in CPython, the message stays behind.
    expect(yield* raisedIn(wait(outer))).toEqual(new CancelledError());
  });
});

test('SHIELD-3: of what is done it gives that very future', () => {
  run(function* main() {
    const future = getRunningLoop().createFuture<number>();
    future.setResult(42);
    expect(shield(future)).toBe(future);
    const cancelled = createTask(forever());
    cancelled.cancel();
    yield* raisedIn(wait(cancelled));
    expect(shield(cancelled)).toBe(cancelled);
  });
});

test('SHIELD-4: it costs one iteration more than the task itself', () => {
  run(function* main() {
    const task = createTask(
      define(function* ends() {
        yield* spin(2);
        return iteration();
      })(),
    );
    const at = yield* wait(shield(task));
    expect(iteration() - at).toBe(2);
    const other = createTask(val(1, 2));
    const begin = iteration();
    yield* wait(other);
    const alone = iteration() - begin;
    const again = createTask(val(1, 2));
    const start = iteration();
    yield* wait(shield(again));
    expect(iteration() - start).toBe(alone + 1);
  });
});

test('SHIELD-5: an error after the shield was cancelled goes to the exception handler, once', () => {
  run(function* main() {
    const told: asyncio.ExceptionContext[] = [];
    getRunningLoop().setExceptionHandler((_, context) => told.push(context));
    const inner = createTask(boom(new ValueError('late'), 0, 3));
    const outer = [shield(inner), shield(inner)];
    yield* wait(sleep(1));
    for (const future of outer) future.cancel();
    yield* wait(sleep(1));
    expect(told).toEqual([]);
    yield* wait(sleep(2));
    expect(told).toEqual([
      { message: 'ValueError exception in shielded future', exception: new ValueError('late'), future: inner },
    ]);
  });
  endWorld();
  expect(said.contexts).toHaveLength(1);
});

test('SHIELD-5: an error, a result or a cancellation that comes with the cancelled shield is none of the handler’s', () => {
  run(function* main() {
    const loop = getRunningLoop();
    for (const end of [
      (inner: asyncio.Future<number>) => {
        inner.setResult(1);
      },
      (inner: asyncio.Future<number>) => inner.cancel(),
    ]) {
      const inner = loop.createFuture<number>();
      shield(inner).cancel();
      yield* spin(2);
      end(inner);
      yield* spin(2);
    }
    expect(said.contexts).toEqual([]);
    const inner = loop.createFuture<number>();
    const outer = shield(inner);
    inner.setException(new ValueError('together'));
    outer.cancel();
    yield* spin(3);
    expect(said.contexts).toEqual([]);
  });
  endWorld();
  expect(said.contexts.map(({ message }) => message)).toEqual(['Future exception was never retrieved']);
});

test('SHIELD: a coroutine becomes a task at once, which needs a loop', () => {
  const coroutine = val(42);
  expect(raisedBy(() => shield(coroutine))).toEqual(new RuntimeError("There is no current event loop in thread 'MainThread'."));
  run(function* main() {
    const shielded = shield(val(42));
    expect([...asyncio.allTasks()]).toHaveLength(2);
    expect(yield* wait(shielded)).toBe(42);
  });
});

test('SHIELD: what cannot be awaited is refused in CPython’s words', () => {
  run(function* main() {
    yield* [];
    const refused = (...given: unknown[]) => raisedBy(() => Reflect.apply(shield as never, undefined, given));
    expect(refused(5)).toEqual(new TypeError('An asyncio.Future, a coroutine or an awaitable is required'));
    expect(refused()).toEqual(new TypeError("shield() missing 1 required positional argument: 'arg'"));
    const future = getRunningLoop().createFuture();
    expect(refused(future, future)).toEqual(new TypeError('shield() takes 1 positional argument but 2 were given'));
  });
});
