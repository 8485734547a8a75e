/** Threads of the loop: THREAD-1, RUN-2's executor, QUEUE-11's other thread. What CPython says is in tests/conformance/threads too. */
import { beforeEach, describe, expect, test } from 'vitest';
import { asyncio, beginWorld, block, endWorld, now, threadName, WorkerPool } from '../../src/runtime/index.ts';
import { define, freshWorld, item, raisedBy, raisedIn, run, said, wait } from './program.ts';

const { createTask, currentTask, gather, getRunningLoop, Queue, runCoroutineThreadsafe, sleep, toThread } = asyncio;

beforeEach(() => {
  freshWorld();
});

function pool(maxWorkers: number, isProcess = false): WorkerPool {
  return new WorkerPool({ isProcess, maxWorkers, prefix: 'pool' });
}

/** A blocking function. */
function work<T>(seconds: number, result?: T): T | undefined {
  block(seconds);
  return result;
}

describe('THREAD-1: a function in a thread', () => {
  test('lets the loop go on, and its waits add up on its own clock', () => {
    run(function* main() {
      const all = gather(toThread(work, 2, 'a'), toThread(work, 2, 'b'), sleep(1, 's'));
      expect(yield* wait(all)).toEqual(['a', 'b', 's']);
      expect(now()).toBe(2);
      const own = toThread(() => {
        for (let i = 0; i < 4; i += 1) block(0.25);
        return now();
      });
      expect(yield* wait(own)).toBe(3);
      expect(now()).toBe(3);
    });
  });

  test('gives its errors back, but for StopIteration, which cannot cross', () => {
    run(function* main() {
      const error = new asyncio.ValueError('v');
      const fails = (what: Error) => (): never => {
        throw what;
      };
      expect(yield* raisedIn(wait(toThread(fails(error))))).toBe(error);
      const stop = new asyncio.StopIteration('s');
      const crossed = yield* raisedIn(wait(getRunningLoop().runInExecutor(null, fails(stop))));
      expect(crossed).toEqual(
        new asyncio.RuntimeError('StopIteration interacts badly with generators and cannot be raised into a Future'),
      );
      expect((crossed as Error).cause).toBe(stop);
    });
  });

  test('has no running loop and no task, and a future there names the thread', () => {
    run(function* main() {
      const loop = getRunningLoop();
      const inside = (fn: () => unknown): unknown => raisedBy(fn);
      const errors = yield* wait(
        gather(
          toThread(inside, () => getRunningLoop()),
          toThread(inside, () => currentTask()),
          toThread(inside, () => new asyncio.Future()),
        ),
      );
      expect(errors.map((error) => (error as Error).message)).toEqual([
        'no running event loop',
        'no running event loop',
        expect.stringMatching(/^There is no current event loop in thread 'asyncio_\d'\.$/),
      ]);
      expect(yield* wait(toThread(() => asyncio.run(sleep(3, 'its own loop'))))).toBe('its own loop');
      expect([now(), getRunningLoop() === loop, threadName()]).toEqual([3, true, 'MainThread']);
    });
  });

  test('is begun when a worker is free, in order, and never when it was cancelled before', () => {
    run(function* main() {
      const loop = getRunningLoop();
      const two = pool(2);
      const began: [number, number][] = [];
      const jobs = [0, 1, 2, 3].map((n) =>
        loop.runInExecutor(two, () => {
          began.push([n, now()]);
          block(n + 1);
        }),
      );
      item(jobs, 2).cancel();
      yield* raisedIn(wait(item(jobs, 3)));
      expect(began).toEqual([
        [0, 0],
        [1, 0],
        [3, 1],
      ]);
      expect(now()).toBe(5);
    });
  });

  test('goes on when its await is cancelled, and run waits for it', () => {
    run(function* main() {
      const task = createTask(toThread(work, 4));
      yield* wait(sleep(1));
      task.cancel();
      expect(yield* raisedIn(wait(task))).toBeInstanceOf(asyncio.CancelledError);
      expect(now()).toBe(1);
    });
    expect(now()).toBe(4);
  });

  test('is refused after the shutdown, by what is no executor, and by a closed loop', () => {
    run(function* main() {
      const loop = getRunningLoop();
      const over = pool(1);
      over.shutdown();
      const messages = [
        () => loop.runInExecutor(over, work, 1),
        () => loop.runInExecutor(5 as never, work, 1),
        () => {
          loop.setDefaultExecutor(pool(1, true));
        },
      ].map((fn) => (raisedBy(fn) as Error).message);
      expect(messages).toEqual([
        'cannot schedule new futures after shutdown',
        "'int' object has no attribute 'submit'",
        'executor must be ThreadPoolExecutor instance',
      ]);
      yield* wait(loop.shutdownDefaultExecutor());
      const refused = yield* raisedIn(wait(toThread(work, 1)));
      expect(refused).toEqual(new asyncio.RuntimeError('Executor shutdown has been called'));
    });
    const closed = asyncio.newEventLoop();
    closed.close();
    expect(raisedBy(() => closed.runInExecutor(null, work, 1))).toEqual(new asyncio.RuntimeError('Event loop is closed'));
  });

  test('runs in the default executor that was set', () => {
    run(function* main() {
      getRunningLoop().setDefaultExecutor(pool(1));
      yield* wait(gather(toThread(work, 1), toThread(work, 1)));
      expect(now()).toBe(2);
      expect(yield* wait(toThread(threadName))).toBe('pool_0');
    });
  });

  test('is told to the observer', () => {
    const started: unknown[] = [];
    freshWorld({
      observer: { threadStart: (...what) => started.push(what.map((each) => (typeof each === 'string' ? each : each.id))) },
    });
    run(function* main() {
      yield* wait(getRunningLoop().runInExecutor(null, work, 1));
    });
    expect(started).toEqual([['asyncio_0', 'work(1)', 'F1']]);
  });
});

describe('RUN-2: the teardown', () => {
  test('waits for the threads of the default executor 300 s, and says so when they go on', () => {
    run(function* main() {
      void getRunningLoop().runInExecutor(null, work, 400);
      yield* [];
    });
    expect(now()).toBe(300);
    expect(said.warnings).toEqual(['RuntimeWarning: The executor did not finishing joining its threads within 300 seconds.']);
    endWorld();
    expect(now()).toBe(400);
  });

  test('waits for no pool of the program, but the program’s end does', () => {
    const one = pool(1);
    run(function* main() {
      void getRunningLoop().runInExecutor(one, work, 5);
      yield* [];
    });
    expect(now()).toBe(0);
    one.shutdown();
    expect(now()).toBe(5);
  });
});

describe('back into the loop', () => {
  test('QUEUE-11: put from another thread does not wake the loop; through callSoonThreadsafe it does', () => {
    run(function* main() {
      const loop = getRunningLoop();
      const queue = new Queue<string>();
      const received = define(function* received() {
        return [yield* wait(queue.get()), now()];
      });
      const direct = createTask(received());
      yield* wait(sleep(0));
      void loop.runInExecutor(null, () => {
        block(0.1);
        queue.putNowait('x');
        block(5);
      });
      yield* wait(sleep(1));
      expect(yield* wait(direct)).toEqual(['x', 1]);
      const safe = createTask(received());
      yield* wait(sleep(0));
      void loop.runInExecutor(null, () => {
        block(0.5);
        loop.callSoonThreadsafe(() => {
          queue.putNowait('y');
        });
      });
      expect(yield* wait(safe)).toEqual(['y', 1.5]);
    });
  });

  test('QUEUE-11: debug mode finds the call from the wrong thread', () => {
    run(
      function* main() {
        const loop = getRunningLoop();
        const nothing = (): void => undefined;
        const calls = [
          () => loop.callSoon(nothing),
          () => loop.callLater(1, nothing),
          () => {
            new Queue().putNowait(1);
          },
          () => loop.callSoonThreadsafe(nothing),
        ];
        const errors = [];
        for (const call of calls) errors.push(yield* wait(toThread(() => raisedBy(call))));
        const wrong = new asyncio.RuntimeError('Non-thread-safe operation invoked on an event loop other than the current one');
        expect(errors).toEqual([wrong, wrong, undefined, undefined]);
      },
      { debug: true },
    );
  });

  test('runCoroutineThreadsafe runs a coroutine in the loop, and its result blocks the thread', () => {
    run(function* main() {
      const loop = getRunningLoop();
      const blocking = toThread(() => {
        block(1);
        const result = runCoroutineThreadsafe(sleep(2, 'result'), loop).result();
        block(1);
        return [result, now()];
      });
      expect(yield* wait(blocking)).toEqual(['result', 4]);
      expect(now()).toBe(4);
      const hasty = toThread(() =>
        raisedBy(() => {
          runCoroutineThreadsafe(sleep(5), loop).result(1);
        }),
      );
      expect(yield* wait(hasty)).toBeInstanceOf(asyncio.TimeoutError);
      expect(now()).toBe(5);
      expect(raisedBy(() => runCoroutineThreadsafe(5 as never, loop))).toEqual(new TypeError('A coroutine object is required'));
    });
  });

  test('runCoroutineThreadsafe gives a future that is shown as CPython does, and cancels the task', () => {
    run(function* main() {
      const loop = getRunningLoop();
      const done = runCoroutineThreadsafe(sleep(1, 'r'), loop);
      expect(String(done)).toBe('<Future state=pending>');
      yield* wait(sleep(2));
      expect(String(done)).toBe('<Future state=finished returned str>');
      const cancelled = runCoroutineThreadsafe(sleep(100), loop);
      yield* wait(sleep(0));
      expect([cancelled.cancel(), String(cancelled)]).toEqual([true, '<Future state=cancelled>']);
      yield* wait(sleep(0.1));
      expect(asyncio.allTasks().size).toBe(1);
      expect(
        raisedBy(() => {
          cancelled.result();
        }),
      ).toMatchObject({ name: 'CancelledError' });
      // Nobody is left to run it: CPython would wait for ever.
      expect(
        raisedBy(() => {
          runCoroutineThreadsafe(sleep(0), loop).result();
        }),
      ).toMatchObject({ name: 'DeadlockError' });
    });
  });

  test('a world knows nothing of the threads of the one before', () => {
    const one = pool(1);
    one.submit(work, 10);
    beginWorld();
    block(20);
    expect(now()).toBe(20);
    endWorld();
    expect(now()).toBe(20);
  });
});
