/** The rules QUEUE and ORDER-5 of the semantics. What CPython does in detail is in tests/conformance/queues. */
import { beforeEach, expect, test } from 'vitest';
import { asyncio, block, hintOf, iteration, now, repr } from '../../src/runtime/index.ts';
import { define, ended, freshWorld, raisedBy, raisedIn, run, spin, wait } from './program.ts';

const { CancelledError, createTask, gather, getRunningLoop, sleep, TimeoutError, toThread, ValueError, waitFor } = asyncio;
const { Event, LifoQueue, Lock, PriorityQueue, Queue, QueueEmpty, QueueFull, QueueShutDown, RuntimeError, Semaphore } = asyncio;

beforeEach(() => {
  freshWorld();
});

const KINDS = [
  ['Queue', Queue],
  ['LifoQueue', LifoQueue],
  ['PriorityQueue', PriorityQueue],
] as const;

/** A task that notes what it gets. */
const getter = define(function* getter(name: string, queue: asyncio.Queue<string>, log: string[]) {
  log.push(`${name} ${yield* wait(queue.get())}`);
});

/** A queue that holds `items`. */
function holding<T>(queue: asyncio.Queue<T>, ...items: T[]): asyncio.Queue<T> {
  for (const item of items) queue.putNowait(item);
  return queue;
}

/** Everything in a queue, as it comes out. */
function drained<T>(queue: asyncio.Queue<T>): T[] {
  const items: T[] = [];
  while (!queue.empty()) items.push(queue.getNowait());
  return items;
}

test('QUEUE-1: put with room and get with items do not suspend, and starve everybody else', () => {
  run(function* main() {
    const queue = new Queue<number>();
    const others: string[] = [];
    getRunningLoop().callSoon(() => others.push('ran'));
    const before = iteration();
    for (let i = 0; i < 100; i += 1) yield* wait(queue.put(i));
    for (let i = 0; i < 100; i += 1) expect(yield* wait(queue.get())).toBe(i);
    expect(iteration()).toBe(before);
    expect(others).toEqual([]);
  });
});

test('QUEUE-2: getters are served in turn; an item is taken when its getter runs, not when it is put', () => {
  run(function* main() {
    const queue = new Queue<string>();
    const log: string[] = [];
    const tasks = ['1', '2', '3'].map((name) => createTask(getter(name, queue, log)));
    yield* spin(1);
    holding(queue, 'a', 'b', 'c');
    expect(queue.qsize()).toBe(3);
    yield* wait(gather(...tasks));
    expect(log).toEqual(['1 a', '2 b', '3 c']);
  });
});

test('QUEUE-2: one put wakes one getter', () => {
  run(function* main() {
    const queue = new Queue<string>();
    const log: string[] = [];
    const tasks = ['1', '2'].map((name) => createTask(getter(name, queue, log)));
    yield* spin(1);
    getRunningLoop().callLater(2, () => {
      queue.putNowait('late');
    });
    yield* wait(sleep(3));
    expect([log, tasks.map((task) => task.done())]).toEqual([['1 late'], [true, false]]);
    queue.putNowait('later');
    yield* wait(gather(...tasks));
  });
});

test('QUEUE-3: a getter whose item was taken by somebody else waits again at the end of the line', () => {
  run(function* main() {
    const queue = new Queue<string>();
    const log: string[] = [];
    const tasks = ['1', '2'].map((name) => createTask(getter(name, queue, log)));
    yield* spin(1);
    queue.putNowait('stolen');
    expect(queue.getNowait()).toBe('stolen');
    yield* spin(1);
    holding(queue, 'b', 'c');
    yield* wait(gather(...tasks));
    expect(log).toEqual(['2 b', '1 c']);
  });
});

test.each([0, -1, -0.5])('QUEUE-4: with maxsize %d it is never full', (maxsize) => {
  const queue = new Queue<number>(maxsize);
  for (let i = 0; i < 1000; i += 1) queue.putNowait(i);
  expect([queue.full(), queue.qsize(), queue.maxsize]).toEqual([false, 1000, maxsize]);
});

test('QUEUE-4: a full queue refuses an item, an empty one has none to give', () => {
  const queue = new Queue<number>(2);
  expect([queue.empty(), queue.full(), queue.qsize()]).toEqual([true, false, 0]);
  holding(queue, 1, 2);
  expect([queue.empty(), queue.full(), queue.qsize()]).toEqual([false, true, 2]);
  expect(
    raisedBy(() => {
      queue.putNowait(3);
    }),
  ).toBeInstanceOf(QueueFull);
  expect(drained(queue)).toEqual([1, 2]);
  expect(raisedBy(() => queue.getNowait())).toEqual(new QueueEmpty());
  const [full, empty] = [new QueueFull(), new QueueEmpty()];
  expect([full.name, full.message, empty.name, empty.message]).toEqual(['QueueFull', '', 'QueueEmpty', '']);
});

test('QUEUE-4: a maxsize that is not whole is the next whole number', () => {
  const queue = holding(new Queue<number>(1.3), 1, 2);
  expect(queue.full()).toBe(true);
  expect(
    raisedBy(() => {
      queue.putNowait(3);
    }),
  ).toBeInstanceOf(QueueFull);
});

test('QUEUE-4: a maxsize that is no number is found out by the first put', () => {
  const queue = new Queue<number>({ maxsize: 3 } as never);
  const error = raisedBy(() => {
    queue.putNowait(1);
  });
  expect(error).toEqual(new TypeError("'<=' not supported between instances of 'dict' and 'int'"));
  expect(hintOf(error)).toContain('new Queue(3)');
});

test('QUEUE-5: putters are woken in turn and insert when they run, so that another may come between', () => {
  run(function* main() {
    const queue = holding(new Queue<string>(1), 'first');
    const tasks = ['a', 'b'].map((item) => createTask(queue.put(item)));
    yield* spin(1);
    expect(queue.getNowait()).toBe('first');
    expect(queue.qsize()).toBe(0);
    queue.putNowait('between');
    yield* spin(1);
    expect(queue.getNowait()).toBe('between');
    yield* spin(1);
    const second = queue.getNowait();
    yield* spin(1);
    expect([second, queue.getNowait(), tasks.map((task) => task.done())]).toEqual(['b', 'a', [true, true]]);
  });
});

test('QUEUE-5: put waits for room, get makes it', () => {
  run(function* main() {
    const queue = new Queue<number>(2);
    const put: number[] = [];
    const putter = define(function* putter() {
      for (let i = 0; i < 3; i += 1) {
        yield* wait(queue.put(i));
        put.push(i);
      }
    });
    const task = createTask(putter());
    yield* spin(2);
    expect(put).toEqual([0, 1]);
    expect(yield* wait(queue.get())).toBe(0);
    yield* spin(1);
    expect([put, task.done()]).toEqual([[0, 1, 2], true]);
    expect(drained(queue)).toEqual([1, 2]);
  });
});

test('QUEUE-6: join waits until each item that was put is said to be done', () => {
  run(function* main() {
    const queue = new Queue<number>();
    const before = iteration();
    yield* wait(queue.join());
    expect(iteration()).toBe(before);
    holding(queue, 1, 2, 3);
    const joined = createTask(queue.join());
    yield* spin(2);
    drained(queue);
    yield* spin(2);
    expect(joined.done()).toBe(false);
    for (let i = 0; i < 3; i += 1) queue.taskDone();
    yield* wait(joined);
    expect(
      raisedBy(() => {
        queue.taskDone();
      }),
    ).toEqual(new ValueError('task_done() called too many times'));
  });
});

test.each(KINDS)('QUEUE-6: %s: workers take the items, join waits for them', (_, Kind) => {
  run(function* main() {
    const queue = new Kind<number>();
    for (let i = 0; i < 100; i += 1) queue.putNowait(i);
    let sum = 0;
    const worker = define(function* worker(): Generator<unknown, never> {
      for (;;) {
        sum += yield* wait(queue.get());
        yield* wait(sleep(1));
        queue.taskDone();
      }
    });
    const workers = [createTask(worker()), createTask(worker())];
    yield* wait(queue.join());
    expect([sum, now()]).toEqual([4950, 50]);
    for (const task of workers) task.cancel();
    yield* ended(...workers);
    expect(
      raisedBy(() => {
        new Kind().taskDone();
      }),
    ).toBeInstanceOf(ValueError);
  });
});

test('QUEUE-7: a getter that is cancelled after it was woken hands its turn on', () => {
  run(function* main() {
    const queue = new Queue<string>();
    const [first, second] = [createTask(queue.get()), createTask(queue.get())];
    yield* spin(1);
    queue.putNowait('x');
    first.cancel();
    expect(yield* wait(second)).toBe('x');
    expect([first.cancelled(), repr(queue)]).toEqual([true, '<Queue maxsize=0 tasks=1>']);
  });
});

test('QUEUE-7: the only getter, woken and cancelled, leaves the items where they are', () => {
  run(function* main() {
    const queue = new Queue<number>();
    const reader = createTask(queue.get());
    yield* spin(1);
    holding(queue, 1, 2);
    reader.cancel();
    expect(yield* raisedIn(wait(reader))).toBeInstanceOf(CancelledError);
    expect(drained(queue)).toEqual([1, 2]);
  });
});

test('QUEUE-7: a putter that is cancelled after it was woken hands its turn on', () => {
  run(function* main() {
    const queue = holding(new Queue<string>(1), 'full');
    const [first, second] = [createTask(queue.put('a')), createTask(queue.put('b'))];
    yield* spin(1);
    queue.getNowait();
    first.cancel();
    yield* ended(first, second);
    expect([first.cancelled(), drained(queue)]).toEqual([true, ['b']]);
  });
});

test('QUEUE-7: who gives up leaves the line', () => {
  run(function* main() {
    const queue = new Queue<number>(1);
    expect(yield* raisedIn(wait(waitFor(queue.get(), 0.1)))).toBeInstanceOf(TimeoutError);
    expect(repr(queue)).toBe('<Queue maxsize=1>');
    queue.putNowait(1);
    const put = createTask(queue.put(2));
    yield* spin(1);
    expect(repr(queue)).toBe('<Queue maxsize=1 _queue=[1] _putters[1] tasks=1>');
    put.cancel();
    expect(yield* raisedIn(wait(put))).toBeInstanceOf(CancelledError);
    expect(repr(queue)).toBe('<Queue maxsize=1 _queue=[1] tasks=1>');
  });
});

test('QUEUE-7: who was cancelled before an item came is passed over', () => {
  run(function* main() {
    const queue = new Queue<string>();
    const [first, second] = [createTask(queue.get()), createTask(queue.get())];
    yield* spin(1);
    first.cancel();
    queue.putNowait('x');
    expect(yield* wait(second)).toBe('x');
    expect(first.cancelled()).toBe(true);
  });
});

test('QUEUE-7: a cancelled putter hands on no turn that somebody else has taken', () => {
  run(function* main() {
    const queue = holding(new Queue<string>(1), 'full');
    const [first, second] = [createTask(queue.put('a')), createTask(queue.put('b'))];
    yield* spin(1);
    queue.getNowait();
    queue.putNowait('between');
    first.cancel();
    yield* spin(2);
    expect([second.done(), repr(queue)]).toEqual([false, "<Queue maxsize=1 _queue=['between'] _putters[1] tasks=2>"]);
    queue.getNowait();
    yield* wait(second);
  });
});

test('QUEUE-8: a PriorityQueue gives the smallest, a LifoQueue the newest, a Queue the oldest', () => {
  expect(drained(holding(new PriorityQueue<number>(), 3, 1, 2))).toEqual([1, 2, 3]);
  expect(drained(holding(new LifoQueue<number>(), 3, 1, 2))).toEqual([2, 1, 3]);
  expect(drained(holding(new Queue<number>(), 3, 1, 2))).toEqual([3, 1, 2]);
});

test('QUEUE-8: equal items come out as they do of a heap of Python', () => {
  class Job {
    readonly priority: number;
    readonly number: number;
    constructor(priority: number, number: number) {
      this.priority = priority;
      this.number = number;
    }
    valueOf(): number {
      return this.priority;
    }
  }
  const queue = new PriorityQueue<Job>();
  for (const [number, priority] of [2, 1, 1, 2, 1, 0, 1, 2, 0, 1, 1, 2].entries()) queue.putNowait(new Job(priority, number));
  // As CPython's asyncio.PriorityQueue gave them, of objects whose __lt__ compares the priority alone.
  expect(drained(queue).map((job) => job.number)).toEqual([5, 8, 1, 6, 2, 9, 10, 4, 11, 0, 7, 3]);
});

test('QUEUE-8: equal priorities are decided by what follows, which must have an order', () => {
  const queue = new PriorityQueue<unknown>();
  queue.putNowait([1, {}]);
  expect(
    raisedBy(() => {
      queue.putNowait([1, { a: 1 }]);
    }),
  ).toEqual(new TypeError("'<' not supported between instances of 'dict' and 'dict'"));
  const items = holding(new PriorityQueue<[number, string]>(), [1, 'b'], [2, 'a'], [1, 'a']);
  expect(drained(items)).toEqual([
    [1, 'a'],
    [1, 'b'],
    [2, 'a'],
  ]);
});

test.each(KINDS)('QUEUE-9: %s: after shutdown puts are refused, gets go on until it is empty, join still waits', (_, Kind) => {
  run(function* main() {
    const queue = new Kind<string>(1);
    queue.putNowait('data');
    const join = createTask(queue.join());
    const put = createTask(queue.put('more'));
    yield* spin(1);
    queue.shutdown();
    expect(queue.qsize()).toBe(1);
    yield* spin(1);
    expect(put.done()).toBe(true);
    expect(yield* raisedIn(wait(put))).toBeInstanceOf(QueueShutDown);
    expect(yield* wait(queue.get())).toBe('data');
    yield* spin(1);
    expect(join.done()).toBe(false);
    expect(yield* raisedIn(wait(queue.put('late')))).toBeInstanceOf(QueueShutDown);
    expect(
      raisedBy(() => {
        queue.putNowait('late');
      }),
    ).toBeInstanceOf(QueueShutDown);
    expect(yield* raisedIn(wait(queue.get()))).toBeInstanceOf(QueueShutDown);
    expect(raisedBy(() => queue.getNowait())).toBeInstanceOf(QueueShutDown);
    queue.taskDone();
    yield* spin(1);
    expect(join.done()).toBe(true);
    expect(
      raisedBy(() => {
        queue.taskDone();
      }),
    ).toBeInstanceOf(ValueError);
  });
});

test.each(KINDS)('QUEUE-9: %s: shutdown sends waiting getters away', (_, Kind) => {
  run(function* main() {
    const queue = new Kind<string>();
    const get = createTask(queue.get());
    yield* spin(1);
    queue.shutdown();
    yield* wait(queue.join());
    yield* spin(1);
    expect(get.done()).toBe(true);
    expect(yield* raisedIn(wait(get))).toBeInstanceOf(QueueShutDown);
  });
});

test.each(KINDS)('QUEUE-10: %s: an immediate shutdown throws away what is left and counts it as done', (_, Kind) => {
  run(function* main() {
    const queue = new Kind<string>();
    queue.putNowait('data');
    const join = createTask(queue.join());
    yield* spin(1);
    queue.shutdown(true);
    expect(queue.qsize()).toBe(0);
    yield* spin(1);
    expect(join.done()).toBe(true);
    expect(yield* raisedIn(wait(queue.get()))).toBeInstanceOf(QueueShutDown);
    expect(
      raisedBy(() => {
        queue.taskDone();
      }),
    ).toBeInstanceOf(ValueError);
  });
});

test.each(KINDS)('QUEUE-10: %s: what was taken before an immediate shutdown is still to be done', (_, Kind) => {
  run(function* main() {
    const queue = new Kind<string>();
    queue.putNowait('data');
    queue.putNowait('data');
    const join = createTask(queue.join());
    expect(yield* wait(queue.get())).toBe('data');
    queue.shutdown(true);
    expect(queue.qsize()).toBe(0);
    yield* spin(2);
    expect(join.done()).toBe(false);
    queue.taskDone();
    expect(
      raisedBy(() => {
        queue.taskDone();
      }),
    ).toBeInstanceOf(ValueError);
    yield* spin(1);
    expect(join.done()).toBe(true);
  });
});

test('QUEUE-11: an item put by another thread does not wake the loop; callSoonThreadsafe does', () => {
  run(function* main() {
    const queue = new Queue<string>();
    const log: string[] = [];
    const loop = getRunningLoop();
    /** How long a getter waits when a thread puts an item after two seconds and goes on for three. */
    const waited = function* waited(put: () => void, meanwhile: number): Generator<unknown, number> {
      const begin = now();
      const get = createTask(getter('got', queue, log));
      const since = define(function* since() {
        yield* wait(get);
        return now() - begin;
      });
      yield* spin(1);
      const thread = toThread(() => {
        block(2);
        put();
        block(3);
      });
      const [seconds] = yield* wait(gather(since(), thread, sleep(meanwhile)));
      return seconds;
    };
    const directly = (): void => {
      queue.putNowait('item');
    };
    const throughTheLoop = (): void => {
      loop.callSoonThreadsafe(directly);
    };
    expect(yield* waited(directly, 1)).toBe(5);
    expect(yield* waited(directly, 4)).toBe(4);
    expect(yield* waited(throughTheLoop, 1)).toBe(2);
    expect(log).toEqual(['got item', 'got item', 'got item']);
  });
});

test('QUEUE-12: a queue belongs to the loop of its first blocking use', () => {
  const queue = new Queue<number>();
  const use = function* main(): Generator<unknown, unknown> {
    yield* wait(queue.put(1));
    yield* wait(queue.get());
    return yield* raisedIn(wait(waitFor(queue.get(), 1)));
  };
  expect(run(use)).toBeInstanceOf(TimeoutError);
  expect(run(use)).toEqual(new RuntimeError('<Queue maxsize=0 tasks=2> is bound to a different event loop'));
});

test('QUEUE-12: outside of a loop there is nobody to wait for', () => {
  expect(new Queue<number>().put(1).send(undefined)).toEqual({ done: true, value: undefined });
  expect(raisedBy(() => new Queue<number>().get().send(undefined))).toEqual(
    new TypeError("'NoneType' object has no attribute 'create_future'"),
  );
});

test('ORDER-5: a hand-over between tasks costs one iteration', () => {
  run(function* main() {
    const [queue, event, lock, semaphore] = [new Queue<number>(), new Event(), new Lock(), new Semaphore(0)];
    yield* wait(lock.acquire());
    const waiter = define(function* waiter(what: PromiseLike<unknown>) {
      yield* wait(what);
      return iteration();
    });
    const tasks = [queue.get(), event.wait(), lock.acquire(), semaphore.acquire()].map((each) => createTask(waiter(each)));
    yield* spin(1);
    const before = iteration();
    queue.putNowait(1);
    event.set();
    lock.release();
    semaphore.release();
    expect(yield* wait(gather(...tasks))).toEqual(tasks.map(() => before + 1));
  });
});

test('a queue of one passes items from a producer to a consumer', () => {
  run(function* main() {
    const queue = new Queue<number>(1);
    const produce = define(function* produce() {
      for (let i = 0; i < 5; i += 1) yield* wait(queue.put(i));
    });
    const consume = define(function* consume() {
      const items: number[] = [];
      for (let i = 0; i < 5; i += 1) items.push(yield* wait(queue.get()));
      return items;
    });
    const [, items] = yield* wait(gather(produce(), consume()));
    expect(items).toEqual([0, 1, 2, 3, 4]);
    expect([now(), queue.empty()]).toEqual([0, true]);
  });
});

test('putters that wait get in when the queue is emptied', () => {
  run(function* main() {
    const queue = new Queue<number>(2);
    const emptying = define(function* emptying() {
      yield* wait(sleep(0));
      for (let i = queue.qsize(); i > 0; i -= 1) queue.getNowait();
    });
    const tasks = [createTask(emptying()), ...[0, 1, 2, 3].map((item) => createTask(queue.put(item)))];
    yield* ended(...tasks);
    expect(drained(queue)).toEqual([2, 3]);
  });
});

test.each(KINDS)('%s takes no options', (_, Kind) => {
  const make = Kind as unknown as new (...args: unknown[]) => unknown;
  expect(raisedBy(() => new make(1, { loop: undefined }))).toEqual(
    new TypeError("Queue.__init__() got an unexpected keyword argument 'loop'"),
  );
});

test.each(KINDS)('%s tells its state, and its name', (name, Kind) => {
  const queue = new Kind<number>();
  expect(`${repr(queue)} ${String(queue)}`).toBe(`<${name} maxsize=0> <${name} maxsize=0>`);
  queue.putNowait(1);
  queue.shutdown();
  expect(repr(queue)).toBe(`<${name} maxsize=0 _queue=[1] tasks=1 shutdown>`);
  class Own extends Kind<number> {}
  expect(repr(new Own())).toBe('<Own maxsize=0>');
});

test('a subclass keeps its items as it likes', () => {
  class Unique extends Queue<string> {
    protected override _init(): void {
      this._queue = new Set<string>();
    }

    protected override _put(item: string): void {
      (this._queue as Set<string>).add(item);
    }

    protected override _get(): string {
      const [item = ''] = this._queue;
      (this._queue as Set<string>).delete(item);
      return item;
    }
  }
  const queue = new Unique(2);
  holding(queue, 'a', 'a', 'b');
  expect([queue.qsize(), queue.full(), repr(queue)]).toEqual([2, true, "<Unique maxsize=2 _queue=['a', 'b'] tasks=3>"]);
  expect(drained(queue)).toEqual(['a', 'b']);
});

test('a subclass that overrides putNowait and getNowait is asked by put and get', () => {
  const log: string[] = [];
  class Watched extends Queue<string> {
    override putNowait(item: string): void {
      log.push(`put ${item}`);
      super.putNowait(item);
    }

    override getNowait(): string {
      log.push('get');
      return super.getNowait();
    }
  }
  run(function* main() {
    const queue = new Watched();
    yield* wait(queue.put('x'));
    expect(yield* wait(queue.get())).toBe('x');
  });
  expect(log).toEqual(['put x', 'get']);
});
