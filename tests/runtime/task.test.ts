/** The rules TASK of the semantics: tasks. */
import { beforeEach, expect, test } from 'vitest';
import { asyncio, endWorld, hintOf, iteration, now, repr } from '../../src/runtime/index.ts';
import { boom, define, ended, forever, freshWorld, item, raisedBy, raisedIn, run, said, spin, val, wait } from './program.ts';

const { allTasks, createTask, currentTask, ensureFuture, gather, getRunningLoop, newEventLoop, RuntimeError, sleep, ValueError } =
  asyncio;
const awaitSymbol: typeof asyncio.awaitSymbol = asyncio.awaitSymbol;

function me(): asyncio.Task {
  return item([...allTasks()], 0);
}

beforeEach(() => {
  freshWorld();
});

const whereabouts: (turns?: number) => asyncio.Coroutine<number> = define(function* whereabouts(turns = 0) {
  yield* spin(turns);
  return iteration();
});

test('TASK-1: createTask only schedules, the first step comes in the next iteration', () => {
  run(function* main() {
    const out: unknown[] = [];
    const f = define(function* f() {
      out.push(iteration());
      yield* [];
    });
    const task = createTask(f());
    out.push('creator');
    const before = iteration();
    yield* wait(sleep(0));
    expect(out).toEqual(['creator', before + 1]);
    expect(task.done()).toBe(true);
  });
});

test('TASK-2: tasks start in creation order, after callbacks that were scheduled before', () => {
  run(function* main() {
    const out: unknown[] = [];
    const f = define(function* f(n: number) {
      out.push(n);
      yield* [];
    });
    getRunningLoop().callSoon(() => out.push('callback'));
    for (let i = 0; i < 3; i += 1) createTask(f(i));
    yield* wait(sleep(0));
    expect(out).toEqual(['callback', 0, 1, 2]);
  });
});

test('TASK-3: the awaiter of a task goes on one iteration after its end', () => {
  const level: (n: number) => asyncio.Coroutine<number> = define(function* levels(n: number): Generator<unknown, number> {
    return n === 0 ? iteration() : yield* wait(createTask(level(n - 1)));
  });
  run(function* main() {
    let before = iteration();
    expect(yield* wait(createTask(whereabouts()))).toBe(before + 1);
    expect(iteration()).toBe(before + 2);
    before = iteration();
    expect(yield* wait(createTask(whereabouts(1)))).toBe(before + 2);
    expect(iteration()).toBe(before + 3);
    before = iteration();
    expect((yield* wait(createTask(level(3)))) - before).toBe(4);
    expect(iteration() - before).toBe(8);
  });
});

test('TASK-4: awaiting a task that is done does not suspend', () => {
  run(function* main() {
    const task = createTask(val(5));
    yield* wait(sleep(0));
    const out: number[] = [];
    getRunningLoop().callSoon(() => out.push(1));
    const before = iteration();
    expect(yield* wait(task)).toBe(5);
    expect(iteration()).toBe(before);
    expect(out).toEqual([]);
  });
});

test('TASK-5: a sleep of zero or less is exactly one iteration, without timer or future', () => {
  const made: string[] = [];
  freshWorld({ observer: { futureCreate: (future) => made.push(future.kind), timerSet: () => made.push('timer') } });
  run(function* main() {
    made.length = 0;
    const before = iteration();
    expect(yield* wait(sleep(0, 'r'))).toBe('r');
    expect(iteration()).toBe(before + 1);
    expect(yield* wait(sleep(-5, 'n'))).toBe('n');
    expect(iteration()).toBe(before + 2);
    expect(now()).toBe(0);
    expect(made).toEqual([]);
  });
});

test('TASK-5: a task whose coroutine is a sleep of zero takes that iteration too', () => {
  run(function* main() {
    const before = iteration();
    const task = createTask(sleep(0));
    yield* wait(task);
    expect(iteration()).toBe(before + 3);
    task.result();
    expect(task.cancelled()).toBe(false);
  });
});

test('TASK-6: a sleep’s timer fires in one iteration and the task goes on in the next', () => {
  run(function* main() {
    const fired: number[] = [];
    getRunningLoop().callLater(1, () => fired.push(iteration()));
    expect(yield* wait(sleep(1, 'x'))).toBe('x');
    expect(now()).toBe(1);
    expect(fired).toEqual([iteration() - 1]);
    expect(yield* raisedIn(wait(sleep(NaN)))).toEqual(new ValueError('Invalid delay: NaN (not a number)'));
  });
});

test('TASK-6: a cancelled sleep cancels its timer', () => {
  const timers: string[] = [];
  freshWorld({
    observer: {
      timerSet: (timer) => timers.push(`set ${timer.when()}`),
      timerCancel: (timer) => timers.push(`cancel ${timer.when()}`),
    },
  });
  run(function* main() {
    const task = createTask(sleep(50));
    yield* wait(sleep(0));
    expect(timers).toEqual(['set 50']);
    task.cancel();
    yield* wait(sleep(0));
    expect(timers).toEqual(['set 50', 'cancel 50']);
    expect(task.cancelled()).toBe(true);
  });
  expect(now()).toBe(0);
});

test('TASK-7: a pending task has neither result nor exception, and nobody sets them', () => {
  run(function* main() {
    const task = createTask(boom());
    expect(raisedBy(() => task.result())).toEqual(new asyncio.InvalidStateError('Result is not set.'));
    expect(raisedBy(() => task.exception())).toEqual(new asyncio.InvalidStateError('Exception is not set.'));
    expect(raisedBy(() => task.setResult(1 as never))).toEqual(new RuntimeError('Task does not support set_result operation'));
    expect(raisedBy(() => task.setException(new Error()))).toEqual(
      new RuntimeError('Task does not support set_exception operation'),
    );
    yield* ended(task);
    expect(task.exception()).toEqual(new ValueError('boom'));
    expect(raisedBy(() => task.result())).toBe(task.exception());
  });
});

test('TASK-8: names are counted as tasks are made, and run() takes two more for its teardown', () => {
  run(function* main() {
    const a = createTask(val(1));
    const b = createTask(val(1));
    expect([a.getName(), b.getName()]).toEqual(['Task-2', 'Task-3']);
    const c = createTask(val(1), { name: 7 });
    expect(c.getName()).toBe('7');
    c.setName(new Set([6]));
    expect(c.getName()).toBe('{6}');
    expect(b.getName()).toBe('Task-3');
    yield* [];
  });
  const name = run(function* main() {
    yield* [];
    return currentTask()?.getName();
  });
  expect(name).toBe('Task-6');
});

test('TASK-9: a task cannot await itself, nor a future of another loop', () => {
  run(function* main() {
    const before = iteration();
    const error = yield* raisedIn(wait(me()));
    expect(String(error)).toMatch(
      /^RuntimeError: Task cannot await on itself: <Task pending name='Task-1' coro=<main\(\) running at main.ts:1>/,
    );
    expect(iteration()).toBe(before + 1);
    const other = newEventLoop();
    const foreign = yield* raisedIn(wait(other.createFuture()));
    expect(String(foreign)).toMatch(
      /^RuntimeError: Task <Task pending name='Task-1' .*> got Future <Future pending> attached to a different loop$/,
    );
  });
});

test('TASK-10: a task takes coroutines only, ensureFuture any awaitable', () => {
  run(function* main() {
    const future = getRunningLoop().createFuture<number>();
    expect(raisedBy(() => createTask(123 as never))).toEqual(new TypeError('a coroutine was expected, got 123'));
    expect(raisedBy(() => createTask(future))).toEqual(new TypeError('a coroutine was expected, got <Future pending>'));
    const uncalled = raisedBy(() => createTask(val as never));
    expect(uncalled).toEqual(new TypeError('a coroutine was expected, got <function val>'));
    expect(hintOf(uncalled)).toMatch(/Call it: `val\(\)`/);
    expect(ensureFuture(future)).toBe(future);
    const own = { [awaitSymbol]: () => val(3)[awaitSymbol]() };
    expect(yield* wait(ensureFuture(own as never))).toBe(3);
    expect(raisedBy(() => ensureFuture('ok' as never))).toEqual(
      new TypeError('An asyncio.Future, a coroutine or an awaitable is required'),
    );
    expect(raisedBy(() => ensureFuture(newEventLoop().createFuture(), { loop: getRunningLoop() }))).toEqual(
      new ValueError('The future belongs to a different loop than the one specified as the loop argument'),
    );
  });
});

test('TASK-11: KeyboardInterrupt in a task is kept and also leaves the loop; no other error does', () => {
  const loop = newEventLoop();
  const interrupt = new asyncio.KeyboardInterrupt();
  const bad = loop.createTask(boom(interrupt));
  expect(
    raisedBy(() => {
      loop.runForever();
    }),
  ).toBe(interrupt);
  expect(bad.exception()).toBe(interrupt);
  const other = loop.createTask(boom());
  loop.callSoon(() => {
    loop.stop();
  });
  loop.runForever();
  expect(other.exception()).toBeInstanceOf(ValueError);
});

test('TASK-11: SystemExit is kept and leaves the loop too; another of Python’s BaseExceptions is only kept', () => {
  const loop = newEventLoop();
  const exit = new asyncio.SystemExit(3);
  const bad = loop.createTask(boom(exit));
  expect(
    raisedBy(() => {
      loop.runForever();
    }),
  ).toBe(exit);
  expect(bad.exception()).toBe(exit);
  expect(raisedBy(() => loop.runUntilComplete(boom(exit)))).toBe(exit);
  const group = new asyncio.BaseExceptionGroup('kept', [new asyncio.CancelledError()]);
  const other = loop.createTask(boom(group));
  loop.callSoon(() => {
    loop.stop();
  });
  loop.runForever();
  expect(other.exception()).toBe(group);
});

test('TASK-12: the current task is the one whose step runs; allTasks are those not done', () => {
  run(function* main() {
    const out: unknown[] = [];
    getRunningLoop().callSoon(() => out.push(currentTask()));
    const me = currentTask();
    const task = createTask(forever());
    yield* wait(sleep(0));
    expect(out).toEqual([undefined]);
    expect(currentTask()).toBe(me);
    expect([...allTasks()]).toEqual([me, task]);
    task.cancel();
    yield* ended(task);
    expect([...allTasks()]).toEqual([me]);
  });
});

test('TASK-13: done-callbacks are called through the loop, in the order they were added', () => {
  run(function* main() {
    const future = getRunningLoop().createFuture<number>();
    const out: unknown[] = [];
    future.addDoneCallback(() => out.push(['a', iteration()]));
    future.addDoneCallback((ended) => out.push(['b', iteration(), ended === future]));
    future.setResult(1);
    expect(out).toEqual([]);
    const before = iteration();
    yield* wait(sleep(0));
    expect(out).toEqual([
      ['a', before + 1],
      ['b', before + 1, true],
    ]);
    future.addDoneCallback(() => out.push('c'));
    expect(out).toHaveLength(2);
    yield* wait(sleep(0));
    expect(out[2]).toBe('c');
  });
});

test('TASK-14: a task that is still pending when the world ends is reported', () => {
  const loop = newEventLoop();
  const contexts: asyncio.ExceptionContext[] = [];
  loop.setExceptionHandler((_, context) => contexts.push(context));
  const lost = loop.createTask(forever());
  loop.createTask(val(1));
  loop.callSoon(() => {
    loop.stop();
  });
  loop.runForever();
  expect(contexts).toEqual([]);
  endWorld();
  expect(contexts).toEqual([{ message: 'Task was destroyed but it is pending!', task: lost }]);
});

test('TASK-14: a task that run() cancelled is not', () => {
  run(function* main() {
    createTask(forever());
    yield* wait(sleep(0));
  });
  endWorld();
  expect(said.contexts).toEqual([]);
});

test('TASK-15: an error that nobody looked at is reported when the world ends', () => {
  run(function* main() {
    createTask(boom(), { name: 'lost' });
    const seen = createTask(boom());
    const cancelled = createTask(boom());
    const awaited = createTask(boom());
    const future = getRunningLoop().createFuture();
    future.setException(new Error('of a future'));
    yield* wait(sleep(0));
    seen.exception();
    expect(cancelled.cancel()).toBe(false);
    yield* raisedIn(wait(awaited));
  });
  expect(said.logs).toEqual([]);
  endWorld();
  expect(said.logs).toEqual([
    "error: Task exception was never retrieved\nfuture: <Task finished name='lost' coro=<boom() done, defined at main.ts:1> exception=ValueError('boom')>",
    "error: Future exception was never retrieved\nfuture: <Future finished exception=Error('of a future')>",
  ]);
});

test('TASK-16: a future that a coroutine returns is its result, and is not awaited', () => {
  run(function* main() {
    const future = getRunningLoop().createFuture();
    expect(yield* wait(createTask(val(future)))).toBe(future);
  });
});

test('TASK-17: a coroutine goes on at its innermost await, however deep', () => {
  const goDeep: (n: number) => asyncio.Coroutine<void> = define(function* deep(n: number): Generator<unknown, void> {
    yield* wait(n === 0 ? sleep(0) : goDeep(n - 1));
  });
  run(function* main() {
    const before = iteration();
    yield* wait(goDeep(300));
    expect(iteration()).toBe(before + 1);
  });
});

test('TASK-18: what spans an await is not atomic, what stands between two is', () => {
  run(function* main() {
    let n = 0;
    const losing = define(function* losing() {
      const read = n;
      yield* wait(sleep(0));
      n = read + 1;
    });
    yield* wait(gather(...Array.from({ length: 10 }, () => losing())));
    expect(n).toBe(1);
    n = 0;
    const keeping = define(function* keeping() {
      yield* wait(sleep(0));
      n += 1;
    });
    yield* wait(gather(...Array.from({ length: 10 }, () => keeping())));
    expect(n).toBe(10);
  });
});

test('TASK-19: reprs are CPython’s', () => {
  run(function* main() {
    const task = createTask(forever(), { name: 'x' });
    expect(repr(task)).toBe("<Task pending name='x' coro=<forever() running at main.ts:1>>");
    yield* wait(sleep(0));
    const waiting = 'coro=<forever() running at main.ts:3> wait_for=<Future pending cb=[Task.task_wakeup()]>';
    expect(repr(task)).toBe(`<Task pending name='x' ${waiting}>`);
    const all = gather(task);
    expect(repr(task)).toBe(`<Task pending name='x' ${waiting} cb=[gather.<locals>._done_callback()]>`);
    expect(repr(all)).toBe('<_GatheringFuture pending>');
    task.cancel();
    expect(repr(task)).toMatch(/^<Task cancelling name='x' coro=/);
    yield* raisedIn(wait(all));
    expect(repr(task)).toBe("<Task cancelled name='x' coro=<forever() done, defined at main.ts:1>>");
    const done = createTask(val('abc'), { name: 'y' });
    yield* wait(done);
    expect(repr(done)).toBe("<Task finished name='y' coro=<val() done, defined at main.ts:1> result='abc'>");
    expect(repr(currentTask())).toBe(
      "<Task pending name='Task-1' coro=<main() running at main.ts:1> cb=[_run_until_complete_cb()]>",
    );
    const future = getRunningLoop().createFuture<number>();
    expect(repr(future)).toBe('<Future pending>');
    const named = function named(): void {
      // Stands in a repr.
    };
    for (let i = 0; i < 4; i += 1) future.addDoneCallback(named);
    expect(repr(future)).toBe('<Future pending cb=[named(), <2 more>, named()]>');
    future.setResult(10);
    expect(repr(future)).toBe('<Future finished result=10>');
  });
});

test('TASK-19: the repr of tasks that wait for each other ends', () => {
  run(function* main() {
    const tasks: asyncio.Task[] = [];
    const other = define(function* other(n: number) {
      yield* wait(item(tasks, n));
    });
    tasks.push(createTask(other(1)), createTask(other(0)));
    yield* wait(sleep(0));
    expect(repr(tasks[0])).toMatch(/wait_for=<Task pending name='Task-3' .* wait_for=\.\.\./);
  });
});

test('TASK-20: createTask uses the task factory', () => {
  run(function* main() {
    const loop = getRunningLoop();
    const made: unknown[] = [];
    loop.setTaskFactory((of, coroutine, options) => {
      made.push(options);
      return new asyncio.Task(coroutine, { ...options, loop: of });
    });
    expect(yield* wait(createTask(val(1), { name: 'made' }))).toBe(1);
    expect(made).toEqual([{ name: 'made' }]);
    expect(
      raisedBy(() => {
        loop.setTaskFactory(1 as never);
      }),
    ).toEqual(new TypeError('task factory must be a callable or None'));
    loop.setTaskFactory(null);
    expect(loop.getTaskFactory()).toBeUndefined();
    yield* wait(createTask(val(1)));
    expect(made).toHaveLength(1);
  });
});

test('a task stands where its outermost coroutine does, and its frames go inwards', () => {
  const inner = define(function* inner() {
    yield* wait(sleep(1), 21);
  }, 20);
  const outer = define(function* outer() {
    yield* wait(inner(), 31);
  }, 30);
  run(function* main() {
    const task = createTask(outer());
    expect(task.frame()).toEqual({ function: 'outer', file: 'main.ts', line: 30, column: 1 });
    yield* wait(sleep(0));
    expect(task.getStack()).toEqual([{ function: 'outer', file: 'main.ts', line: 31, column: 5 }]);
    expect(task.frame()).toEqual({ function: 'inner', file: 'main.ts', line: 21, column: 5 });
    yield* wait(task);
    expect(task.getStack()).toEqual([]);
  });
});
