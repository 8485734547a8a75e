/** The rules RUN of the semantics: run and Runner. */
import { beforeEach, expect, test } from 'vitest';
import { asyncio, ContextVar, copyContext, DeadlockError, interrupt, iteration, now } from '../../src/runtime/index.ts';
import { boom, define, forever, freshWorld, item, raisedBy, raisedIn, run, said, val, wait } from './program.ts';

const { CancelledError, createTask, getRunningLoop, KeyboardInterrupt, Runner, RuntimeError, sleep, ValueError } = asyncio;

beforeEach(() => {
  freshWorld();
});

test('RUN-1: run() makes a loop, returns main’s result or raises its error, and closes the loop', () => {
  const loops: asyncio.EventLoop[] = [];
  const main = define(function* main() {
    loops.push(getRunningLoop());
    yield* [];
    return 7;
  });
  expect(asyncio.run(main())).toBe(7);
  expect(asyncio.run(main())).toBe(7);
  expect(loops[0]).not.toBe(loops[1]);
  expect(loops.map((loop) => loop.isClosed())).toEqual([true, true]);
  expect(raisedBy(() => asyncio.run(boom()))).toEqual(new ValueError('boom'));
  expect(raisedBy(() => getRunningLoop())).toEqual(new RuntimeError('no running event loop'));
});

test('RUN-2: what main leaves behind is cancelled and waited for', () => {
  const out: number[] = [];
  let left: asyncio.Task | undefined;
  const background = define(function* background() {
    try {
      yield* wait(forever());
    } catch (error) {
      yield* wait(sleep(2));
      out.push(now());
      throw error;
    }
  });
  const result = run(function* main() {
    left = createTask(background());
    yield* wait(sleep(0));
    return 'm';
  });
  expect(result).toBe('m');
  expect(out).toEqual([2]);
  expect(left?.cancelled()).toBe(true);
});

test('RUN-2: the teardown takes the iterations that CPython’s takes', () => {
  asyncio.run(val(1));
  // Main and its callback, shutdown_asyncgens and its, shutdown_default_executor and its.
  expect(iteration()).toBe(6);
});

test('RUN-3: a task that fails in the teardown is reported, one that swallows its cancellation is waited for', () => {
  const failing = define(function* failing() {
    yield* raisedIn(wait(forever()));
    throw new ValueError('in teardown');
  });
  const stubborn = define(function* stubborn() {
    yield* raisedIn(wait(forever()));
    yield* wait(sleep(100));
  });
  run(function* main() {
    createTask(failing());
    createTask(stubborn());
    yield* wait(sleep(0));
  });
  expect(said.contexts.map((context) => context.message)).toEqual(['unhandled exception during asyncio.run() shutdown']);
  expect(said.contexts[0]?.exception).toEqual(new ValueError('in teardown'));
  expect(now()).toBe(100);
});

test('RUN-4: a task that main made last still gets its first step', () => {
  const out: string[] = [];
  const background = define(function* background() {
    out.push('started');
    try {
      yield* wait(sleep(1));
    } catch (error) {
      out.push('cancelled');
      throw error;
    }
  });
  run(function* main() {
    createTask(background());
    yield* [];
  });
  expect(out).toEqual(['started', 'cancelled']);
});

test('RUN-5: run() takes any awaitable and nothing else', () => {
  const error = new TypeError('An asyncio.Future, a coroutine or an awaitable is required');
  expect(raisedBy(() => asyncio.run((() => 5) as never))).toEqual(error);
  expect(raisedBy(() => asyncio.run(val as never))).toEqual(error);
  const own = { [asyncio.awaitSymbol]: () => val('own')[asyncio.awaitSymbol]() };
  expect(asyncio.run(own as never)).toBe('own');
});

test('RUN-6: a Runner keeps its loop and its context between runs, and none after close()', () => {
  const variable = new ContextVar('v', { default: 0 });
  const increase = define(function* increase() {
    variable.set(variable.get() + 1);
    yield* [];
    return variable.get();
  });
  const runner = new Runner();
  expect([1, 2, 3].map(() => runner.run(increase()))).toEqual([1, 2, 3]);
  expect(variable.get()).toBe(0);
  const loop = runner.getLoop();
  runner.close();
  runner.close();
  expect(loop.isClosed()).toBe(true);
  const coroutine = increase();
  expect(raisedBy(() => runner.run(coroutine))).toEqual(new RuntimeError('Runner is closed'));
  coroutine.close();
});

test('RUN-6: a Runner that has not made its loop can be closed and used', () => {
  const runner = new Runner();
  runner.close();
  expect(runner.run(val(1))).toBe(1);
  runner.close();
  expect(raisedBy(() => runner.getLoop())).toEqual(new RuntimeError('Runner is closed'));
});

test('RUN-6: a Runner makes its loop once, by the factory that it is given', () => {
  const made: asyncio.EventLoop[] = [];
  const loopFactory = (): asyncio.EventLoop => {
    const loop = asyncio.newEventLoop();
    made.push(loop);
    return loop;
  };
  const runner = new Runner({ loopFactory, debug: true });
  const whichLoop = define(function* whichLoop() {
    yield* [];
    return getRunningLoop();
  });
  expect(runner.run(whichLoop())).toBe(made[0]);
  expect(runner.run(whichLoop())).toBe(made[0]);
  expect(made.map((loop) => loop.getDebug())).toEqual([true]);
  runner.close();
  const failing = new Runner({
    loopFactory: () => {
      throw new RuntimeError('no loop');
    },
  });
  expect(raisedBy(() => failing.getLoop())).toEqual(new RuntimeError('no loop'));
  failing.close();
  expect(raisedBy(() => failing.getLoop())).toEqual(new RuntimeError('no loop'));
});

test('RUN-6: a run of a Runner may have a context of its own', () => {
  const variable = new ContextVar('v', { default: 0 });
  const set = define(function* set(value: number) {
    yield* [];
    variable.set(value);
  });
  const context = copyContext();
  const runner = new Runner();
  runner.run(set(7), { context });
  expect([context.get(variable), variable.get()]).toEqual([7, 0]);
  runner.close();
});

test('RUN-6: an option that there is none of is refused', () => {
  const coroutine = val(1);
  const runner = new Runner();
  expect(String(raisedBy(() => new Runner({ foo: 1 } as never)))).toBe(
    "TypeError: Runner.__init__() got an unexpected keyword argument 'foo'",
  );
  expect(String(raisedBy(() => asyncio.run(coroutine, { foo: 1 } as never)))).toBe(
    "TypeError: run() got an unexpected keyword argument 'foo'",
  );
  expect(String(raisedBy(() => runner.run(coroutine, { foo: 1 } as never)))).toBe(
    "TypeError: Runner.run() got an unexpected keyword argument 'foo'",
  );
  coroutine.close();
});

test('RUN-1: debug mode is on when asked for, and off otherwise', () => {
  const inDebug = function* main(): Generator<unknown, boolean> {
    yield* [];
    return getRunningLoop().getDebug();
  };
  expect([run(inDebug, { debug: true }), run(inDebug, { debug: false }), run(inDebug)]).toEqual([true, false, false]);
});

test('RUN-6: a Runner does not run inside a loop', () => {
  run(function* main() {
    const coroutine = val(1);
    expect(raisedBy(() => new Runner().run(coroutine))).toEqual(
      new RuntimeError('Runner.run() cannot be called from a running event loop'),
    );
    coroutine.close();
    yield* [];
  });
});

test('RUN-7: Ctrl-C cancels main, and run() raises KeyboardInterrupt', () => {
  const out: string[] = [];
  const error = raisedBy(() => {
    run(function* main() {
      getRunningLoop().callLater(1, interrupt);
      try {
        yield* wait(forever());
      } catch (caught) {
        out.push((caught as Error).name);
        throw caught;
      }
    });
  });
  expect(error).toBeInstanceOf(KeyboardInterrupt);
  expect(out).toEqual(['CancelledError']);
});

test('RUN-7: a main that swallows the first Ctrl-C ends as it likes, the second one raises at once', () => {
  const stubborn = function* main(): Generator<unknown, string> {
    getRunningLoop().callLater(1, interrupt);
    yield* raisedIn(wait(forever()));
    yield* wait(sleep(5));
    return 'kept';
  };
  expect(run(stubborn)).toBe('kept');
  freshWorld();
  const error = raisedBy(() =>
    run(function* main() {
      getRunningLoop().callLater(2, interrupt);
      return yield* stubborn();
    }),
  );
  expect(error).toBeInstanceOf(KeyboardInterrupt);
  expect(now()).toBe(2);
  expect(raisedBy(interrupt)).toBeInstanceOf(KeyboardInterrupt);
});

test('RUN-7: Ctrl-C after main is done raises at once', () => {
  const error = raisedBy(() =>
    run(function* main() {
      asyncio.currentTask()?.addDoneCallback(interrupt);
      yield* [];
      return 'done';
    }),
  );
  expect(error).toBeInstanceOf(KeyboardInterrupt);
});

test('RUN-7: an interrupted main that was also cancelled by itself raises CancelledError', () => {
  const error = raisedBy(() => {
    run(function* main() {
      getRunningLoop().callLater(1, interrupt);
      asyncio.currentTask()?.cancel();
      yield* raisedIn(wait(sleep(5)));
      yield* wait(forever());
    });
  });
  expect(error).toBeInstanceOf(CancelledError);
});

test('a deadlock survives the teardown, in which finally blocks run', () => {
  const out: string[] = [];
  const error = raisedBy(() => {
    run(function* main() {
      const tasks: asyncio.Task[] = [];
      const waiting = define(function* waiting(n: number) {
        try {
          yield* wait(item(tasks, n));
        } finally {
          out.push(`finally ${n}`);
        }
      });
      tasks.push(createTask(waiting(1)), createTask(waiting(0)));
      yield* wait(item(tasks, 0));
    });
  });
  expect(error).toBeInstanceOf(DeadlockError);
  expect(out.sort()).toEqual(['finally 0', 'finally 1']);
});
