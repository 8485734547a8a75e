/** The rules LOOP of the semantics: the event loop. */
import { beforeEach, expect, test } from 'vitest';
import { asyncio, block, ContextVar, DeadlockError, iteration, now } from '../../src/runtime/index.ts';
import { define, forever, freshWorld, raisedBy, run, said, spin, val, wait } from './program.ts';

const { getRunningLoop, KeyboardInterrupt, newEventLoop, sleep } = asyncio;

beforeEach(() => {
  freshWorld();
});

test('LOOP-1: callbacks run once each, in the order they were scheduled', () => {
  run(function* main() {
    const out: number[] = [];
    for (let i = 0; i < 5; i += 1) getRunningLoop().callSoon((n: number) => out.push(n), i);
    yield* wait(sleep(0));
    expect(out).toEqual([0, 1, 2, 3, 4]);
    yield* spin(2);
    expect(out).toHaveLength(5);
  });
});

test('LOOP-1: the order holds when many callbacks are scheduled in the middle of an iteration', () => {
  run(function* main() {
    const out: number[] = [];
    const note = (n: number): void => {
      out.push(n);
    };
    for (let i = 0; i < 40; i += 1) {
      getRunningLoop().callSoon(() => {
        for (let j = 0; j < 10; j += 1) getRunningLoop().callSoon(note, 10 * i + j);
      });
    }
    yield* spin(2);
    expect(out).toEqual(Array.from({ length: 400 }, (_, i) => i));
  });
});

test('LOOP-2: one iteration runs only what was ready when it began', () => {
  run(function* main() {
    const loop = getRunningLoop();
    const out: [string, number][] = [];
    loop.callSoon(() => {
      out.push(['a', iteration()]);
      loop.callSoon(() => out.push(['b', iteration()]));
    });
    loop.callSoon(() => out.push(['c', iteration()]));
    const at = iteration() + 1;
    yield* spin(3);
    expect(out).toEqual([
      ['a', at],
      ['c', at],
      ['b', at + 1],
    ]);
  });
});

test('LOOP-3: handles that are ready come before timers that are due', () => {
  run(function* main() {
    const out: string[] = [];
    getRunningLoop().callLater(0, () => out.push('timer'));
    getRunningLoop().callSoon(() => out.push('soon'));
    yield* wait(sleep(0));
    expect(out).toEqual(['soon']);
    yield* wait(sleep(0));
    expect(out).toEqual(['soon', 'timer']);
  });
});

test('LOOP-4: timers less than a nanosecond ahead fire in the same iteration, negative delays sort by their moment', () => {
  const loop = newEventLoop();
  const out: [string, number][] = [];
  const note = (name: string): void => {
    out.push([name, iteration()]);
  };
  loop.callAt(1, note, 'a');
  loop.callAt(1 + 5e-10, note, 'b');
  loop.callAt(1 + 2e-9, note, 'c');
  loop.callLater(-1, note, 'n1');
  loop.callLater(-2, note, 'n2');
  loop.callLater(2, () => {
    loop.stop();
  });
  loop.runForever();
  expect(out).toEqual([
    ['n2', 1],
    ['n1', 1],
    ['a', 2],
    ['b', 2],
    ['c', 3],
  ]);
});

test('LOOP-4: a timer is due at its moment even when the clock is so large that a nanosecond is lost in it', () => {
  const loop = newEventLoop();
  loop.callAt(1e12, () => {
    loop.stop();
  });
  loop.runForever();
  expect(now()).toBe(1e12);
});

test('LOOP-5: timers of one moment fire in the order they were set', () => {
  const loop = newEventLoop();
  let out = '';
  for (const name of 'ABCDEFGHI') {
    loop.callAt(1, () => {
      out += name;
    });
  }
  loop.callAt(2, () => {
    loop.stop();
  });
  loop.runForever();
  expect(out).toBe('ABCDEFGHI');
});

test('LOOP-5: many timers in disorder fire in the order of their moments', () => {
  const loop = newEventLoop();
  const out: number[] = [];
  for (let i = 0; i < 500; i += 1) loop.callAt((i * 7919) % 503, (n: number) => out.push(n), (i * 7919) % 503);
  loop.callAt(1000, () => {
    loop.stop();
  });
  loop.runForever();
  expect(out).toHaveLength(500);
  expect(out).toEqual([...out].sort((a, b) => a - b));
});

test('LOOP-6: callLater counts from now, and the clock only moves between iterations or by blocking', () => {
  const loop = newEventLoop();
  const handle = loop.callLater(2.5, () => undefined);
  expect(handle.when()).toBe(2.5);
  expect(handle.cancelled()).toBe(false);
  handle.cancel();
  expect(handle.cancelled()).toBe(true);
  expect(raisedBy(() => loop.callLater(null as never, () => undefined))).toEqual(new TypeError('delay must not be None'));
  expect(raisedBy(() => loop.callAt(undefined as never, () => undefined))).toEqual(new TypeError('when cannot be None'));
  const times: number[] = [];
  loop.callLater(1, () => {
    times.push(loop.time());
    block(0.5);
    times.push(loop.time());
    expect(loop.callLater(1, () => undefined).when()).toBe(2.5);
    loop.stop();
  });
  loop.runForever();
  expect(times).toEqual([1, 1.5]);
});

test('LOOP-7: a cancelled handle is skipped even when its turn is already in this iteration', () => {
  run(function* main() {
    const loop = getRunningLoop();
    const out: string[] = [];
    const handles: asyncio.Handle[] = [];
    loop.callSoon(() => {
      handles[0]?.cancel();
    });
    handles.push(loop.callSoon(() => out.push('x')));
    yield* wait(sleep(0));
    expect(out).toEqual([]);
    expect(handles[0]?.cancelled()).toBe(true);
    handles[0]?.cancel();
    expect(handles[0]?.describe()).toBe('cancelled');
  });
});

test('LOOP-8: cancelled timers go all at once when they are most of many, else only from the head', () => {
  const loop = newEventLoop();
  const handles = Array.from({ length: 101 }, (_, i) => loop.callLater(10 + i, () => undefined));
  for (const handle of handles.slice(1, 60)) handle.cancel();
  expect(loop._counts().timers).toBe(101);
  loop.stop();
  loop.runForever();
  expect(loop._counts().timers).toBe(42);
  handles[0]?.cancel();
  handles[70]?.cancel();
  loop.stop();
  loop.runForever();
  expect(loop._counts().timers).toBe(41);
});

test('LOOP-9: stop() lets the iteration end; a stop before the start still runs one', () => {
  const loop = newEventLoop();
  const out: string[] = [];
  loop.callSoon(() => {
    loop.stop();
    loop.callSoon(() => out.push('later'));
  });
  loop.callSoon(() => out.push('same'));
  loop.runForever();
  expect(out).toEqual(['same']);
  loop.stop();
  loop.runForever();
  expect(out).toEqual(['same', 'later']);
  loop.callSoon(() => {
    loop.stop();
  });
  const never = define(function* never() {
    yield* wait(loop.createFuture());
  });
  const task = loop.createTask(never());
  expect(
    raisedBy(() => {
      loop.runUntilComplete(task);
    }),
  ).toEqual(new asyncio.RuntimeError('Event loop stopped before Future completed.'));
  task.cancel();
  expect(
    raisedBy(() => {
      loop.runUntilComplete(task);
    }),
  ).toBeInstanceOf(asyncio.CancelledError);
});

test('LOOP-10: after main is done the loop goes on for one more iteration', () => {
  const loop = newEventLoop();
  const out: [number, number][] = [];
  const chain = define(function* chain() {
    for (let i = 0; i < 5; i += 1) {
      out.push([i, iteration()]);
      yield* wait(sleep(0));
    }
  });
  const main = define(function* main() {
    loop.createTask(chain());
    yield* [];
    return iteration();
  });
  expect(loop.runUntilComplete(main())).toBe(1);
  expect(out).toEqual([[0, 2]]);
});

test('LOOP-11: an error in a callback goes to the exception handler and the rest runs on', () => {
  const loop = newEventLoop();
  const out: number[] = [];
  const contexts: asyncio.ExceptionContext[] = [];
  const error = new Error('division by zero');
  loop.setExceptionHandler((_, context) => contexts.push(context));
  loop.callSoon(function divide() {
    throw error;
  });
  loop.callSoon(() => out.push(1));
  loop.callSoon(() => {
    loop.stop();
  });
  loop.runForever();
  expect(out).toEqual([1]);
  expect(contexts).toHaveLength(1);
  expect(contexts[0]?.message).toBe('Exception in callback divide()');
  expect(contexts[0]?.exception).toBe(error);
});

test('LOOP-11: KeyboardInterrupt leaves the loop at once and the rest of the batch stays queued', () => {
  const loop = newEventLoop();
  const out: number[] = [];
  loop.callSoon(() => {
    throw new KeyboardInterrupt();
  });
  loop.callSoon(() => out.push(2));
  expect(
    raisedBy(() => {
      loop.runForever();
    }),
  ).toBeInstanceOf(KeyboardInterrupt);
  expect(out).toEqual([]);
  expect(loop._counts().ready).toBe(1);
  loop.stop();
  loop.runForever();
  expect(out).toEqual([2]);
});

test('LOOP-11: SystemExit leaves the loop at once as well, and is told to no exception handler', () => {
  const loop = newEventLoop();
  const out: number[] = [];
  const told: unknown[] = [];
  loop.setExceptionHandler((_, context) => told.push(context));
  const exit = new asyncio.SystemExit(3);
  loop.callSoon(() => {
    throw exit;
  });
  loop.callSoon(() => out.push(1));
  loop.callSoon(() => {
    loop.stop();
  });
  expect(
    raisedBy(() => {
      loop.runForever();
    }),
  ).toBe(exit);
  expect(exit.code).toBe(3);
  expect([out, told, loop._counts().ready]).toEqual([[], [], 2]);
  loop.runForever();
  expect(out).toEqual([1]);
});

test('LOOP-12: a closed loop refuses work, closing twice is fine, closing a running one is not', () => {
  const loop = newEventLoop();
  loop.close();
  loop.close();
  const closed = new asyncio.RuntimeError('Event loop is closed');
  expect(raisedBy(() => loop.callSoon(() => undefined))).toEqual(closed);
  expect(raisedBy(() => loop.callLater(1, () => undefined))).toEqual(closed);
  expect(
    raisedBy(() => {
      loop.runForever();
    }),
  ).toEqual(closed);
  run(function* main() {
    expect(
      raisedBy(() => {
        getRunningLoop().close();
      }),
    ).toEqual(new asyncio.RuntimeError('Cannot close a running event loop'));
    yield* [];
  });
});

test('LOOP-13: no loop runs inside a loop', () => {
  run(function* main() {
    const loop = getRunningLoop();
    expect(raisedBy(() => loop.runUntilComplete(loop.createFuture()))).toEqual(
      new asyncio.RuntimeError('This event loop is already running'),
    );
    const other = newEventLoop();
    expect(raisedBy(() => other.runUntilComplete(other.createFuture()))).toEqual(
      new asyncio.RuntimeError('Cannot run the event loop while another loop is running'),
    );
    const coroutine = val(1);
    expect(raisedBy(() => asyncio.run(coroutine))).toEqual(
      new asyncio.RuntimeError('asyncio.run() cannot be called from a running event loop'),
    );
    coroutine.close();
    expect(getRunningLoop()).toBe(loop);
    yield* [];
  });
});

test('LOOP-14: a callback sees the context of the moment it was scheduled', () => {
  const variable = new ContextVar('v', { default: 0 });
  run(function* main() {
    const out: number[] = [];
    variable.set(1);
    getRunningLoop().callSoon(() => out.push(variable.get()));
    getRunningLoop().callLater(0, () => out.push(variable.get()));
    variable.set(2);
    yield* spin(3);
    expect(out).toEqual([1, 1]);
    expect(variable.get()).toBe(2);
  });
});

test('LOOP-15: debug mode logs steps and callbacks that block, and refuses coroutines as callbacks', () => {
  const slow = function* main(): Generator<unknown, void> {
    block(0.25);
    yield* wait(sleep(0));
    getRunningLoop().callSoon(function slowOne() {
      block(0.5);
    });
    yield* wait(sleep(0));
  };
  run(slow, { debug: true });
  expect(said.logs).toHaveLength(2);
  expect(said.logs[0]).toMatch(
    /^warning: Executing <Task pending name='Task-1' coro=<main\(\) running at main.ts:1> .*> took 0.250 seconds$/,
  );
  expect(said.logs[1]).toBe('warning: Executing <Handle slowOne()> took 0.500 seconds');
  run(slow);
  expect(said.logs).toHaveLength(2);
  const loop = newEventLoop();
  expect(loop.getDebug()).toBe(false);
  expect(raisedBy(() => loop.callSoon(1 as never))).toBeUndefined();
  loop.setDebug(true);
  expect(raisedBy(() => loop.callSoon(forever))).toEqual(new TypeError('coroutines cannot be used with call_soon()'));
  expect(raisedBy(() => loop.callAt(1, forever))).toEqual(new TypeError('coroutines cannot be used with call_at()'));
  expect(raisedBy(() => loop.callSoon(1 as never))).toEqual(
    new TypeError('a callable object was expected by call_soon(), got 1'),
  );
});

test('LOOP-15: the log shows a callback with its arguments, also one that was cancelled meanwhile, and a task as it is after the step', () => {
  const program = function* main(): Generator<unknown, void> {
    const loop = getRunningLoop();
    loop.callSoon(
      function slow(a: number, b: string) {
        block(a);
        return b;
      },
      0.5,
      'x',
    );
    const timer: asyncio.TimerHandle[] = [];
    timer.push(
      loop.callLater(
        1,
        function cancels(which: string) {
          block(0.2);
          timer[0]?.cancel();
          return which;
        },
        'me',
      ),
    );
    yield* wait(sleep(2));
    const brief = define(function* brief() {
      yield* [];
      block(0.3);
      return 5;
    });
    yield* wait(asyncio.createTask(brief(), { name: 'brief' }));
  };
  run(program, { debug: true });
  expect(said.logs).toEqual([
    "warning: Executing <Handle slow(0.5, 'x')> took 0.500 seconds",
    "warning: Executing <TimerHandle cancelled when=1 cancels('me')> took 0.200 seconds",
    "warning: Executing <Task finished name='brief' coro=<brief() done, defined at main.ts:1> result=5> took 0.300 seconds",
  ]);
});

test('LOOP-15: a loop that runs goes round for the change of mode, one that does not runs on as it is', () => {
  const loop = newEventLoop();
  loop.setDebug(true);
  expect([loop._counts().ready, loop.getDebug()]).toEqual([0, true]);
  run(function* main() {
    getRunningLoop().setDebug(true);
    expect(getRunningLoop()._counts().ready).toBe(1);
    yield* [];
  });
});

test('LOOP-15: how long is slow is the loop’s to say, a tenth of a second at first, which is slow already', () => {
  const program = function* main(): Generator<unknown, void> {
    const loop = getRunningLoop();
    expect(loop.slowCallbackDuration).toBe(0.1);
    block(0.1);
    yield* wait(sleep(0));
    block(0.09);
    yield* wait(sleep(0));
    loop.slowCallbackDuration = 0.0625;
    block(0.0625);
    yield* wait(sleep(0));
  };
  run(program, { debug: true });
  expect(said.logs.map((line) => line.replace(/.*> took/, 'took'))).toEqual(['took 0.100 seconds', 'took 0.062 seconds']);
});

test('LOOP-16: outside of a loop there is no running loop', () => {
  const none = new asyncio.RuntimeError('no running event loop');
  expect(raisedBy(() => getRunningLoop())).toEqual(none);
  const coroutine = val(1);
  expect(raisedBy(() => asyncio.createTask(coroutine))).toEqual(none);
  coroutine.close();
  expect(raisedBy(() => asyncio.currentTask())).toEqual(none);
  expect(raisedBy(() => asyncio.allTasks())).toEqual(none);
  const noCurrent = new asyncio.RuntimeError("There is no current event loop in thread 'MainThread'.");
  expect(raisedBy(() => new asyncio.Future())).toEqual(noCurrent);
  expect(raisedBy(() => asyncio.gather())).toEqual(noCurrent);
});

test('LOOP-17: a broken exception handler is itself reported, undefined restores the default', () => {
  const loop = newEventLoop();
  const fail = (): never => {
    throw new asyncio.ValueError('in callback');
  };
  const once = (): void => {
    loop.callSoon(fail);
    loop.stop();
    loop.runForever();
  };
  expect(
    raisedBy(() => {
      loop.setExceptionHandler('x' as never);
    }),
  ).toEqual(new TypeError("A callable object or None is expected, got 'x'"));
  loop.setExceptionHandler(() => {
    throw new Error('in handler');
  });
  once();
  expect(said.logs).toHaveLength(1);
  expect(said.logs[0]).toMatch(
    /^error: Unhandled error in exception handler\ncontext: \{'message': 'Exception in callback fail\(\)', 'exception': ValueError\('in callback'\)/,
  );
  loop.setExceptionHandler(undefined);
  expect(loop.getExceptionHandler()).toBeUndefined();
  once();
  expect(said.logs[1]).toBe('error: Exception in callback fail()\nhandle: <Handle fail()>');
  expect(said.contexts.map((context) => context.message)).toEqual([
    'Exception in callback fail()',
    'Exception in callback fail()',
  ]);
});

test('LOOP-17: the default handler logs the message, then the other keys in alphabetical order', () => {
  newEventLoop().callExceptionHandler({ zebra: 1, message: 'told', apple: 'a', exception: new Error('not in the text') });
  newEventLoop().callExceptionHandler({});
  expect(said.logs).toEqual(["error: told\napple: 'a'\nzebra: 1", 'error: Unhandled exception in event loop']);
});

test('LOOP-18: when nothing is left to wait for, a deadlock is raised', () => {
  const error = raisedBy(() => {
    run(function* main() {
      yield* wait(forever(), 12);
    });
  });
  expect(error).toBeInstanceOf(DeadlockError);
});

test('LOOP-18: a sleep without an end is a deadlock too', () => {
  const error = raisedBy(() => {
    run(function* main() {
      yield* wait(sleep(Infinity));
    });
  });
  expect(error).toBeInstanceOf(DeadlockError);
});

test('a thousand timers fire in the order of their moments, equal moments in the order they were set', () => {
  freshWorld();
  const loop = asyncio.newEventLoop();
  const fired: [number, number][] = [];
  const set: [number, number][] = [];
  for (let i = 0; i < 1000; i += 1) {
    const when = (i * 7919) % 101;
    set.push([when, i]);
    const timer = loop.callAt(when, () => fired.push([when, i]));
    if (i % 10 === 3) {
      timer.cancel();
      set.pop();
    }
  }
  loop.callAt(200, () => {
    loop.stop();
  });
  loop.runForever();
  expect(fired).toEqual(set.sort(([a, i], [b, j]) => a - b || i - j));
});
