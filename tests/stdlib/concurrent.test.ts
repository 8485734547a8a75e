/** The module `concurrent`: pools, and a CPU that threads share. What CPython says of a pool's futures was seen there; `burn` is held to decision 0008. */
import { beforeEach, describe, expect, test } from 'vitest';
import { asyncio, beginWorld, now } from '../../src/runtime/index.ts';
import { concurrent, time } from '../../src/stdlib/index.ts';
import { define, freshWorld, item, raisedBy, run, said, wait } from '../runtime/program.ts';

const { createTask, gather, getRunningLoop, sleep, toThread } = asyncio;
const { asCompleted, burn, ProcessPoolExecutor, ThreadPoolExecutor } = concurrent;

beforeEach(() => {
  freshWorld();
});

/** When functions given to threads at once end, as the loop sees it. */
function endsOf(...jobs: readonly (() => void)[]): number[] {
  const ends: number[] = [];
  run(function* main() {
    const timed = define(function* timed(job: () => void) {
      yield* wait(toThread(job));
      ends.push(now());
    });
    yield* wait(gather(...jobs.map((job) => timed(job))));
  });
  return ends;
}

describe('burn', () => {
  test('in two threads takes twice as long, for they share one CPU', () => {
    expect(
      endsOf(
        () => {
          burn(2);
        },
        () => {
          burn(2);
        },
      ),
    ).toEqual([4, 4]);
  });

  test('in two processes overlaps', () => {
    run(function* main() {
      const pool = new ProcessPoolExecutor(2);
      const loop = getRunningLoop();
      yield* wait(
        gather(loop.runInExecutor(pool, burn, 2), loop.runInExecutor(pool, burn, 2), loop.runInExecutor(pool, burn, 1)),
      );
      expect(now()).toBe(3);
    });
  });

  test('is shared fairly: the shorter one ends first, and the longer one has the CPU for itself again', () => {
    expect(
      endsOf(
        () => {
          burn(3);
        },
        () => {
          burn(1);
        },
      ),
    ).toEqual([2, 4]);
  });

  test('costs only those who compute at the same moment', () => {
    expect(
      endsOf(
        () => {
          burn(1);
          time.sleep(2);
          burn(1);
        },
        () => {
          time.sleep(1);
          burn(1);
        },
        () => {
          time.sleep(2.5);
        },
      ),
    ).toEqual([2, 2.5, 4]);
  });

  test('makes the one that began before it end later', () => {
    run(function* main() {
      const first = createTask(toThread(burn, 2));
      yield* wait(sleep(1));
      const second = createTask(toThread(burn, 2));
      yield* wait(first);
      expect(now()).toBe(3);
      yield* wait(second);
      expect(now()).toBe(4);
    });
  });

  test('can also bring an end forward: who computes later leaves the CPU to who computes now', () => {
    run(function* main() {
      const late = createTask(
        toThread(() => {
          time.sleep(2);
          burn(1);
        }),
      );
      const twice = createTask(
        toThread(() => {
          burn(1);
          time.sleep(1);
          burn(1);
        }),
      );
      yield* wait(sleep(0));
      // Without the loop's work both would compute from 2 on, until 4. With it `twice` comes to its sleep at 2 only, and `late` has the CPU until 3.
      burn(1);
      expect(now()).toBe(2);
      yield* wait(late);
      expect(now()).toBe(3);
      yield* wait(twice);
      expect(now()).toBe(4);
    });
  });

  test('on the loop’s own thread blocks the loop', () => {
    const blocks: number[] = [];
    freshWorld({ observer: { clockBlock: (seconds) => blocks.push(seconds) } });
    run(function* main() {
      const ticks: number[] = [];
      const ticker = define(function* ticker() {
        for (let i = 0; i < 3; i += 1) {
          ticks.push(now());
          yield* wait(sleep(0.5));
        }
      });
      const task = createTask(ticker());
      yield* wait(sleep(0));
      burn(2);
      yield* wait(task);
      expect(ticks).toEqual([0, 2, 2.5]);
      const thread = createTask(toThread(burn, 1));
      yield* wait(sleep(0));
      burn(1);
      yield* wait(thread);
      expect(now()).toBe(5);
    });
    expect(blocks).toEqual([2, 2]);
  });

  test('of a thread leaves the loop going', () => {
    run(function* main() {
      const thread = createTask(toThread(burn, 3));
      yield* wait(sleep(1));
      expect(now()).toBe(1);
      yield* wait(thread);
      expect(now()).toBe(3);
    });
  });

  test('of nonsense is refused', () => {
    for (const seconds of [-1, NaN, Infinity])
      expect(
        raisedBy(() => {
          burn(seconds);
        }),
      ).toBeInstanceOf(asyncio.ValueError);
    expect(
      raisedBy(() => {
        burn('1' as never);
      }),
    ).toBeInstanceOf(TypeError);
    expect(now()).toBe(0);
  });
});

describe('a pool without a loop', () => {
  function work(seconds: number): number {
    time.sleep(seconds);
    return seconds;
  }

  test('overlaps waiting; result blocks until it is there', () => {
    const pool = new ThreadPoolExecutor(2);
    const futures = [3, 1, 2].map((seconds) => pool.submit(work, seconds));
    expect(now()).toBe(0);
    expect(futures.map(String)).toEqual(['<Future state=running>', '<Future state=running>', '<Future state=pending>']);
    expect([...asCompleted(futures)].map((future) => [future.result(), now()])).toEqual([
      [1, 3],
      [3, 3],
      [2, 3],
    ]);
    pool.shutdown();
    expect(raisedBy(() => pool.submit(work, 1))).toEqual(new asyncio.RuntimeError('cannot schedule new futures after shutdown'));
  });

  test('gives futures as they end', () => {
    const pool = new ThreadPoolExecutor();
    const futures = [3, 1, 2].map((seconds) => pool.submit(work, seconds));
    const seen: number[][] = [];
    for (const future of asCompleted(futures)) seen.push([future.result(), now()]);
    expect(seen).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
  });

  test('keeps errors, cancels what has not begun, and times out', () => {
    const pool = new ThreadPoolExecutor(1);
    const first = pool.submit(work, 2);
    const second = pool.submit(work, 2);
    const third = pool.submit(() => {
      throw new asyncio.ValueError('v');
    });
    expect([first.running(), first.cancel(), second.running(), second.cancel(), second.cancelled()]).toEqual([
      true,
      false,
      false,
      true,
      true,
    ]);
    expect(raisedBy(() => first.result(0.5))).toBeInstanceOf(asyncio.TimeoutError);
    expect(now()).toBe(0.5);
    expect(third.exception()).toEqual(new asyncio.ValueError('v'));
    expect(raisedBy(() => third.result())).toEqual(new asyncio.ValueError('v'));
    expect(String(third)).toBe('<Future state=finished raised ValueError>');
    expect(raisedBy(() => second.result())).toBeInstanceOf(concurrent.CancelledError);
    expect(raisedBy(() => second.result())).not.toBeInstanceOf(asyncio.CancelledError);
    expect(now()).toBe(2);
    expect(
      raisedBy(() => {
        first.setResult(1);
      }),
    ).toMatchObject({ name: 'InvalidStateError', message: 'FINISHED: <Future state=finished returned int>' });
  });

  test('calls callbacks when the future ends, at once when it has, and logs their errors', () => {
    const pool = new ThreadPoolExecutor(1);
    const future = pool.submit(work, 1);
    const seen: [unknown, number][] = [];
    future.addDoneCallback((done) => seen.push([done, now()]));
    future.addDoneCallback(() => {
      throw new Error('callback');
    });
    time.sleep(3);
    future.addDoneCallback((done) => seen.push([done, now()]));
    expect(seen).toEqual([
      [future, 1],
      [future, 3],
    ]);
    expect(said.logs).toEqual(['error: exception calling callback for <Future state=finished returned int>']);
  });

  test('maps over several iterables, in order, until the shortest ends or the time is over', () => {
    const pool = new ThreadPoolExecutor(2);
    const slow = (a: number, b: number): number => {
      time.sleep(a);
      return a * b;
    };
    expect([...pool.map(slow, [3, 1, 2], [4, 5])]).toEqual([12, 5]);
    expect(now()).toBe(3);
    const results = pool.map(slow, [1, 5], [1, 1], { timeout: 2 });
    expect(results.next().value).toBe(1);
    expect(raisedBy(() => results.next())).toBeInstanceOf(asyncio.TimeoutError);
    expect(now()).toBe(5);
  });

  test('waits for the first, or for all', () => {
    const pool = new ThreadPoolExecutor();
    const futures = [1, 2].map((seconds) => pool.submit(work, seconds));
    const [done, notDone] = concurrent.wait(futures, { returnWhen: concurrent.FIRST_COMPLETED });
    expect([[...done], [...notDone], now()]).toEqual([[item(futures, 0)], [item(futures, 1)], 1]);
    expect(concurrent.wait(futures, { timeout: 0.5 })[1].size).toBe(1);
    expect(concurrent.wait(futures)[0].size).toBe(2);
    expect(now()).toBe(2);
  });

  test('refuses a size that makes no sense', () => {
    expect(raisedBy(() => new ThreadPoolExecutor(0))).toEqual(new asyncio.ValueError('max_workers must be greater than 0'));
    expect(raisedBy(() => new ThreadPoolExecutor('a' as never))).toEqual(
      new TypeError("'<=' not supported between instances of 'str' and 'int'"),
    );
    expect([new ThreadPoolExecutor().maxWorkers, new ProcessPoolExecutor().maxWorkers]).toEqual([8, 4]);
  });

  test('of processes copies what goes in and out', () => {
    const list = [1, { a: new Set([2]) }];
    const pool = new ProcessPoolExecutor(1);
    const append = (given: unknown[]): unknown[] => {
      given.push(3);
      return given;
    };
    const result = pool.submit(append, list).result();
    expect([list.length, result]).toEqual([2, [1, { a: new Set([2]) }, 3]]);
    const threads = new ThreadPoolExecutor(1);
    expect(threads.submit(append, list).result()).toBe(list);
    const coroutine = sleep(1);
    const refused = pool.submit(append, [coroutine]);
    expect(raisedBy(() => refused.result())).toEqual(new TypeError("cannot pickle 'coroutine' object"));
    coroutine.close();
  });

  test('that a coroutine waits for blocks the loop', () => {
    run(function* main() {
      const pool = new ThreadPoolExecutor(1);
      const other = createTask(sleep(1));
      expect(pool.submit(work, 2).result()).toBe(2);
      expect(now()).toBe(2);
      yield* wait(other);
      const pending = getRunningLoop().runInExecutor(pool, work, 1);
      pool.shutdown();
      expect([now(), pending.done()]).toEqual([4, false]);
      expect(yield* wait(pending)).toBe(1);
    });
  });

  test('is another one in each world', () => {
    const name = (): string => new ThreadPoolExecutor(1).submit(() => String(raisedBy(() => new asyncio.Future()))).result();
    expect(name()).toContain("'ThreadPoolExecutor-0_0'");
    expect(name()).toContain("'ThreadPoolExecutor-1_0'");
    beginWorld();
    expect(name()).toContain("'ThreadPoolExecutor-0_0'");
  });
});
