import { beforeEach, expect, test } from 'vitest';
import { asyncio, beginWorld, ContextVar, copyContext, iteration, now } from '../../src/runtime/index.ts';
import { eventsOf } from './events.ts';
import { boom, define, raisedBy, raisedIn, run, spin, val, wait } from './program.ts';

const { allTasks, createTask, currentTask, eagerTaskFactory, gather, getRunningLoop, sleep, Task } = asyncio;

beforeEach(() => {
  beginWorld();
});

/** Runs a program in whose loop every task is eager. */
function runEagerly<R>(body: () => Generator<unknown, R>): R {
  return run(function* main() {
    getRunningLoop().setTaskFactory(eagerTaskFactory);
    return yield* body();
  });
}

test('EAGER-1: a coroutine that does not suspend is done when createTask returns', () => {
  runEagerly(function* main() {
    const task = createTask(val(5));
    expect(task.done()).toBe(true);
    const before = iteration();
    expect(yield* wait(task)).toBe(5);
    expect(iteration()).toBe(before);
    const failed = createTask(boom());
    expect(failed.exception()).toBeInstanceOf(asyncio.ValueError);
  });
});

test('EAGER-1: the first step runs inside createTask with the new task as the current one, the rest through the loop', () => {
  runEagerly(function* main() {
    const seen: unknown[] = [];
    const me = currentTask();
    const task = createTask(
      define(function* child() {
        const inside = currentTask();
        seen.push(inside, inside !== undefined && allTasks().has(inside));
        yield* wait(sleep(0.1));
        seen.push(currentTask(), now());
      })(),
    );
    expect(seen).toEqual([task, true]);
    expect(currentTask()).toBe(me);
    expect(task.done()).toBe(false);
    expect(allTasks().has(task)).toBe(true);
    yield* wait(task);
    expect(seen).toEqual([task, true, task, 0.1]);
    expect(allTasks().has(task)).toBe(false);
  });
});

test('EAGER-1: gather of coroutines that do not suspend is done at once', () => {
  runEagerly(function* main() {
    const before = iteration();
    expect(yield* wait(gather(val(1), val(2)))).toEqual([1, 2]);
    expect(iteration()).toBe(before);
  });
});

test('EAGER-1: no step is queued for the eager one, and events tell it between creation and end', () => {
  const events = eventsOf(() => {
    runEagerly(function* main() {
      createTask(val('now'));
      yield* wait(createTask(val('then', 1)));
    });
  });
  const names = events.filter((event) => event['task'] === 'Task-2' || event['task'] === 'Task-3');
  expect(names.map((event) => `${event['task'] as string} ${event.ev}${event['eager'] === true ? ' eager' : ''}`)).toEqual([
    'Task-2 task.create eager',
    'Task-2 task.start',
    'Task-2 task.done',
    'Task-3 task.create eager',
    'Task-3 task.start',
    'Task-3 task.suspend',
    'Task-3 task.resume',
    'Task-3 task.done',
  ]);
  expect(events.filter((event) => event.ev === 'ready.push' && event['callback'] === 'Task-2.step')).toEqual([]);
  expect(events.filter((event) => event.ev === 'ready.push' && event['callback'] === 'Task-3.step')).toHaveLength(1);
});

test('EAGER-1: a task that ended in its eager step lets go of its coroutine', () => {
  runEagerly(function* main() {
    const task = createTask(val(1), { name: 'quick' });
    expect(task.getCoro()).toBeUndefined();
    expect(String(task)).toBe("<Task finished name='quick' result=1>");
    const slow = createTask(val(2, 1));
    expect(String(slow)).toMatch(/^<Task pending name='Task-\d+' coro=<val\(\) running at main\.ts:1>>$/);
    yield* wait(slow);
    expect(slow.getCoro()).toBeInstanceOf(Object);
  });
});

test('EAGER-1: a task can be cancelled after its eager step, not after its end', () => {
  runEagerly(function* main() {
    const task = createTask(val(1));
    expect(task.cancel()).toBe(false);
    const slow = createTask(sleep(0.1));
    expect(slow.cancel('why')).toBe(true);
    expect(slow.cancelling()).toBe(1);
    const error = yield* raisedIn(wait(slow));
    expect((error as asyncio.CancelledError).args).toEqual(['why']);
    expect(now()).toBe(0);
  });
});

test('EAGER-1: a task that cancels itself in its eager step ends cancelled, at its next suspension or its return', () => {
  runEagerly(function* main() {
    const atReturn = createTask(
      define(function* child() {
        currentTask()?.cancel();
        yield* spin(0);
      })(),
    );
    expect(atReturn.cancelled()).toBe(true);
    const atAwait = createTask(
      define(function* child() {
        currentTask()?.cancel();
        yield* wait(sleep(9));
      })(),
    );
    expect(atAwait.done()).toBe(false);
    yield* raisedIn(wait(atAwait));
    expect(atAwait.cancelled()).toBe(true);
    expect(now()).toBe(0);
  });
});

test('EAGER-1: the eager step runs in the task’s own copy of the context', () => {
  const variable = new ContextVar('variable', { default: 0 });
  runEagerly(function* main() {
    const seen: number[] = [];
    variable.set(1);
    const task = createTask(
      define(function* child() {
        variable.set(variable.get() + 1);
        yield* wait(sleep(0.1));
        seen.push(variable.get());
      })(),
    );
    expect(variable.get()).toBe(1);
    yield* wait(task);
    expect(seen).toEqual([2]);
    expect(variable.get()).toBe(1);
    const context = copyContext();
    createTask(val(variable.set(7)), { context });
    expect(context.get(variable)).toBe(1);
  });
});

test('EAGER-1: a context that runs already cannot be entered by an eager step', () => {
  run(function* main() {
    const own = currentTask()?.getContext();
    const before = allTasks().size;
    const refused = raisedBy(() => createTask(val(1), { eagerStart: true, context: own }));
    expect(String(refused)).toMatch(/^RuntimeError: cannot enter context: .*is already entered$/);
    expect(allTasks().size).toBe(before);
    const outer = copyContext();
    const nested = define(function* nested() {
      yield* spin(0);
      return raisedBy(() => createTask(val(1), { eagerStart: true, context: own }));
    });
    expect(String(createTask(nested(), { eagerStart: true, context: outer }).result())).toMatch(/is already entered$/);
    yield* spin(1);
  });
});

test('EAGER-1: KeyboardInterrupt in an eager step leaves createTask, and the task keeps it', () => {
  const error = raisedBy(() => {
    runEagerly(function* main() {
      createTask(boom(new asyncio.KeyboardInterrupt('now')));
      yield* spin(1);
    });
  });
  expect(String(error)).toBe('KeyboardInterrupt: now');
});

test('EAGER-2: tasks are lazy unless asked for, one by one', () => {
  run(function* main() {
    const lazy = createTask(val(5));
    expect(lazy.done()).toBe(false);
    expect(createTask(val(5), { eagerStart: true }).done()).toBe(true);
    expect(new Task(val(6), { eagerStart: true, name: 'six' }).result()).toBe(6);
    expect(getRunningLoop().createTask(val(7), { eagerStart: true }).result()).toBe(7);
    expect(createTask(val(8), { eagerStart: false }).done()).toBe(false);
    yield* wait(lazy);
    yield* spin(1);
  });
  runEagerly(function* main() {
    const lazy = createTask(val(5), { eagerStart: false });
    expect(lazy.done()).toBe(false);
    expect(yield* wait(lazy)).toBe(5);
  });
});

test('EAGER-2: outside of its running loop an eager task is a lazy one', () => {
  const loop = asyncio.newEventLoop();
  const task = new Task(val(5), { loop, eagerStart: true });
  expect(task.done()).toBe(false);
  loop.setTaskFactory(eagerTaskFactory);
  expect(loop.getTaskFactory()).toBe(eagerTaskFactory);
  expect(loop.createTask(val(6)).done()).toBe(false);
  expect(loop.runUntilComplete(task)).toBe(5);
  loop.close();
});

test('EAGER-2: an option that there is none of is refused in CPython’s words', () => {
  run(function* main() {
    const coroutine = val(1);
    const odd = (options: object) => raisedBy(() => createTask(coroutine, options));
    expect(String(odd({ foo: 1 }))).toBe("TypeError: Task() got an unexpected keyword argument 'foo'");
    expect(String(odd({ loop: getRunningLoop() }))).toBe(
      "TypeError: _asyncio.Task() got multiple values for keyword argument 'loop'",
    );
    getRunningLoop().setTaskFactory(eagerTaskFactory);
    expect(String(odd({ foo: 1 }))).toBe("TypeError: Task() got an unexpected keyword argument 'foo'");
    coroutine.close();
    yield* spin(0);
  });
});

test('EAGER-2: an eager chain of awaits makes no task, a recursive gather none that takes an iteration', () => {
  const chain: (depth: number) => asyncio.Coroutine<number> = define(function* link(depth: number): Generator<unknown, number> {
    return depth === 0 ? 0 : 1 + (yield* wait(chain(depth - 1)));
  });
  const tree: (width: number, depth: number) => asyncio.Coroutine<number> = define(function* node(
    width: number,
    depth: number,
  ): Generator<unknown, number> {
    if (depth === 0) return 1;
    const parts = yield* wait(gather(...Array.from({ length: width }, () => tree(width, depth - 1))));
    return parts.reduce((sum, part) => sum + part, 0);
  });
  runEagerly(function* main() {
    const before = iteration();
    expect(createTask(chain(100)).result()).toBe(100);
    expect(createTask(tree(5, 4)).result()).toBe(625);
    expect(iteration()).toBe(before);
    yield* spin(0);
  });
});
