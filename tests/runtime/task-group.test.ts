import { beforeEach, expect, test } from 'vitest';
import { asyncio, beginWorld, contextOf, endWorld, hintOf, iteration, now, repr } from '../../src/runtime/index.ts';
import {
  boom,
  define,
  ended,
  forever,
  freshWorld,
  item,
  raisedBy,
  raisedIn,
  run,
  said,
  spin,
  val,
  wait,
  type Body,
} from './program.ts';

const {
  asyncWith,
  CancelledError,
  createTask,
  currentTask,
  ExceptionGroup,
  BaseExceptionGroup,
  getRunningLoop,
  sleep,
  TaskGroup,
} = asyncio;
const { KeyboardInterrupt, SystemExit, ValueError } = asyncio;

beforeEach(() => {
  beginWorld();
});

/** `async with TaskGroup() as group: body`. */
function* inGroup<R>(body: Body<[asyncio.TaskGroup], R>): Generator<unknown, R> {
  return yield* wait(asyncWith(new TaskGroup(), define(body)));
}

/** What a group raises, as Python shows it. */
function* groupRaises(body: Body<[asyncio.TaskGroup], unknown>): Generator<unknown, string> {
  return repr(yield* raisedIn(inGroup(body)));
}

function* cancelling(): Generator<undefined, number> {
  yield* [];
  return currentTask()?.cancelling() ?? -1;
}

test('TG-1: the block ends only when all tasks are done, and results are read from the tasks', () => {
  run(function* main() {
    let one: asyncio.Task<string> | undefined;
    let two: asyncio.Task<string> | undefined;
    const result = yield* inGroup(function* body(group) {
      one = group.createTask(sleep(1, 'a'));
      yield* wait(sleep(1.5));
      two = group.createTask(sleep(2, 'b'));
      return 'of the body';
    });
    expect([result, one?.result(), two?.result(), now()]).toEqual(['of the body', 'a', 'b', 3.5]);
  });
});

test('TG-1: an empty group takes no iteration', () => {
  run(function* main() {
    const before = iteration();
    yield* inGroup(function* body() {
      yield* [];
    });
    expect(iteration()).toBe(before);
  });
});

test('TG-1: a group is entered and left by hand as well', () => {
  run(function* main() {
    const group = new TaskGroup();
    expect(yield* wait(group.aenter())).toBe(group);
    const task = group.createTask(val(1));
    expect(yield* wait(group.aexit())).toBeUndefined();
    expect(task.result()).toBe(1);
  });
});

test('TG-1: name and context are handed on to the task', () => {
  run(function* main() {
    yield* inGroup(function* body(group) {
      const context = currentTask()?.getContext().copy();
      const task = group.createTask(val(1), { name: 'yolo', context });
      expect(task.getName()).toBe('yolo');
      expect(task.getContext()).toBe(context);
      expect(() => group.createTask(val(1), { foo: 1 } as never)).toThrow("got an unexpected keyword argument 'foo'");
      yield* [];
    });
  });
});

test('TG-2: the first error cancels the other tasks and the body, and all errors leave as one group', () => {
  run(function* main() {
    const log: string[] = [];
    let quiet: asyncio.Task | undefined;
    const sibling = define(function* sibling(): Generator<unknown, void> {
      try {
        yield* wait(forever());
      } finally {
        yield* wait(sleep(1));
        log.push('sibling cleaned');

        throw new TypeError('late');
      }
    });
    const error = yield* raisedIn(
      inGroup(function* body(group) {
        group.createTask(sibling());
        group.createTask(boom(new ValueError('first'), 0, 1));
        quiet = group.createTask(forever());
        try {
          yield* wait(forever());
        } catch (caught) {
          log.push(`body ${repr(caught)}`);
          throw caught;
        }
      }),
    );
    expect(error).toBeInstanceOf(ExceptionGroup);
    expect(repr(error)).toBe("ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('first'), TypeError('late')])");
    expect(String(error)).toBe('ExceptionGroup: unhandled errors in a TaskGroup (2 sub-exceptions)');
    expect((error as Error).message).toBe('unhandled errors in a TaskGroup');
    expect(log).toEqual(['body CancelledError()', 'sibling cleaned']);
    expect(quiet?.cancelled()).toBe(true);
    expect([now(), yield* cancelling()]).toEqual([2, 0]);
  });
});

test('TG-2: a single error is in a group too, and what is done by then stays as it is', () => {
  run(function* main() {
    let done: asyncio.Task | undefined;
    expect(
      yield* groupRaises(function* body(group) {
        done = group.createTask(val(3));
        group.createTask(boom(new ValueError('only'), 1));
        yield* [];
      }),
    ).toBe("ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('only')])");
    expect(done?.result()).toBe(3);
  });
});

test('TG-2: several children that fail at one moment are all in the group', () => {
  run(function* main() {
    expect(
      yield* groupRaises(function* body(group) {
        for (const name of ['a', 'b', 'c']) group.createTask(boom(new ValueError(name), 0, 0.1));
        yield* wait(sleep(10));
      }),
    ).toBe("ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('a'), ValueError('b'), ValueError('c')])");
    expect(now()).toBe(0.1);
  });
});

test('TG-2: a child that goes on making children is ended by another one’s error', () => {
  run(function* main() {
    let hydras = 0;
    const hydra: (group: asyncio.TaskGroup) => asyncio.Coroutine<void> = define(function* head(group: asyncio.TaskGroup) {
      hydras += 1;
      yield* wait(sleep(0.01));
      group.createTask(hydra(group));
      group.createTask(hydra(group));
    });
    const hercules = define(function* hercules() {
      while (hydras < 10) yield* wait(sleep(0.015));
      throw new ValueError('club');
    });
    expect(
      yield* groupRaises(function* body(group) {
        group.createTask(hydra(group));
        group.createTask(hercules());
        yield* [];
      }),
    ).toBe("ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('club')])");
    expect(hydras).toBe(31);
  });
});

test('TG-2: what is thrown and is no error is told as Python tells it', () => {
  run(function* main() {
    const child = define(function* child(): Generator<unknown, void> {
      yield* [];
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- as a program may
      throw 'text';
    });
    const group = (yield* raisedIn(
      inGroup(function* body(tasks) {
        tasks.createTask(child());
        yield* [];
      }),
    )) as asyncio.ExceptionGroup;
    const inner = item(group.exceptions, 0);
    expect(repr(inner)).toBe("TypeError('exceptions must derive from BaseException')");
    expect(inner.cause).toBe('text');
    expect(hintOf(inner)).toBe('Throw an Error, not a value of type str: `throw new Error(…)`.');
  });
});

test('TG-3: an error of the body cancels the children, waits for them, and is wrapped', () => {
  run(function* main() {
    let task: asyncio.Task | undefined;
    const slowly = define(function* slowly() {
      try {
        yield* wait(forever());
      } finally {
        yield* wait(sleep(2));
      }
    });
    expect(
      yield* groupRaises(function* body(group) {
        task = group.createTask(slowly());
        yield* wait(sleep(0));
        throw new ValueError('body');
      }),
    ).toBe("ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('body')])");
    expect(task?.cancelled()).toBe(true);
    expect(now()).toBe(2);
  });
});

test('TG-3: the body’s error stands behind those of the children', () => {
  run(function* main() {
    const nested = define(function* nested() {
      try {
        yield* wait(sleep(10));
      } finally {
        throw new TypeError('body');
      }
    });
    expect(
      yield* groupRaises(function* body(group) {
        group.createTask(boom(new ValueError('child'), 0, 0.1));
        yield* wait(nested());
      }),
    ).toBe("ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('child'), TypeError('body')])");
  });
});

test('TG-4: children that had no step when the body fails never run', () => {
  freshWorld();
  run(function* main() {
    const out: string[] = [];
    const child = define(function* child() {
      yield* [];
      out.push('ran');
    });
    let task: asyncio.Task | undefined;
    yield* groupRaises(function* body(group) {
      task = group.createTask(child());
      yield* [];
      throw new ValueError('body');
    });
    expect(out).toEqual([]);
    expect(task?.cancelled()).toBe(true);
  });
  endWorld();
  expect(said.warnings).toEqual([]);
});

test('TG-5: a cancellation from outside cancels and waits for the children and goes on', () => {
  run(function* main() {
    let cleaned = 0;
    const child = define(function* child() {
      try {
        yield* wait(sleep(5));
      } finally {
        yield* wait(sleep(1));
        cleaned += 1;
      }
    });
    for (const inBody of [false, true]) {
      const runner = define(function* runner() {
        yield* inGroup(function* body(group) {
          for (let i = 0; i < 5; i += 1) group.createTask(child());
          if (inBody) yield* wait(sleep(10));
        });
      });
      const before = now();
      const task = createTask(runner());
      yield* wait(sleep(0.5));
      task.cancel('outside');
      const error = yield* raisedIn(wait(task));
      expect(error).toBeInstanceOf(CancelledError);
      expect((error as asyncio.CancelledError).args).toEqual(['outside']);
      expect(task.cancelled()).toBe(true);
      expect(now() - before).toBe(1.5);
    }
    expect(cleaned).toBe(10);
  });
});

test('TG-5: a child that fails while the group is cancelled from outside: the group is raised, and the cancellation comes at the next await', () => {
  run(function* main() {
    const seen: unknown[] = [];
    const bad = define(function* bad() {
      try {
        yield* wait(forever());
      } finally {
        throw new ValueError('k');
      }
    });
    const runner = define(function* runner() {
      seen.push(
        yield* groupRaises(function* body(group) {
          group.createTask(bad());
          yield* [];
        }),
      );
      seen.push(yield* cancelling());
      yield* wait(sleep(5));
      seen.push('not reached');
    });
    const task = createTask(runner());
    yield* spin(3);
    task.cancel();
    yield* ended(task);
    expect(seen).toEqual(["ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('k')])", 1]);
    expect(task.cancelled()).toBe(true);
    expect(now()).toBe(0);
  });
});

test('TG-5: an error and a cancellation from outside at one moment: both are told, one after the other', () => {
  run(function* main() {
    const event = getRunningLoop().createFuture<undefined>();
    const seen: unknown[] = [];
    const child = define(function* child() {
      event.setResult(undefined);
      yield* wait(sleep(0));
      throw new ValueError('child');
    });
    const inner = define(function* inner() {
      seen.push(
        yield* groupRaises(function* body(group) {
          group.createTask(child());
          yield* wait(sleep(1));
          seen.push('not cancelled');
        }),
      );
      seen.push(yield* cancelling());
      yield* wait(sleep(1));
      seen.push('not cancelled again');
    });
    const task = createTask(inner());
    yield* wait(event);
    expect(task.cancelling()).toBe(0);
    task.cancel();
    expect(task.cancelling()).toBe(1);
    expect(yield* raisedIn(wait(task))).toBeInstanceOf(CancelledError);
    expect(seen).toEqual(["ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('child')])", 1]);
  });
});

test('TG-5: a body that lingers in its cleanup may still see a child fail', () => {
  run(function* main() {
    const runner = define(function* runner() {
      yield* inGroup(function* body(group) {
        group.createTask(boom(new ValueError('child'), 0, 0.3));
        try {
          yield* wait(sleep(10));
        } finally {
          yield* wait(sleep(0.5));
        }
      });
    });
    const task = createTask(runner());
    yield* wait(sleep(0.1));
    task.cancel();
    expect(repr(yield* raisedIn(wait(task)))).toBe("ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('child')])");
    expect(now()).toBe(0.3);
  });
});

test('TG-5: a body that answers the cancellation with another error leaves with that', () => {
  run(function* main() {
    const runner = define(function* runner() {
      yield* inGroup(function* body() {
        try {
          yield* wait(sleep(10));
        } catch {
          throw new ValueError('odd');
        }
      });
    });
    const task = createTask(runner());
    yield* wait(sleep(0.1));
    task.cancel();
    expect(repr(yield* raisedIn(wait(task)))).toBe("ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('odd')])");
  });
});

test('TG-6: KeyboardInterrupt and SystemExit leave the group bare, after the children have ended', () => {
  run(function* main() {
    for (const error of [new KeyboardInterrupt(), new SystemExit(3)]) {
      let task: asyncio.Task | undefined;
      const raised = yield* raisedIn(
        inGroup(function* body(group) {
          task = group.createTask(forever());
          yield* wait(sleep(0));
          throw error;
        }),
      );
      expect(raised).toBe(error);
      expect(task?.cancelled()).toBe(true);
    }
    const nested = define(function* nested() {
      try {
        yield* wait(sleep(10));
      } finally {
        throw new KeyboardInterrupt('in the body');
      }
    });
    expect(
      yield* groupRaises(function* body(group) {
        group.createTask(boom(new ValueError('child'), 0, 0.1));
        yield* wait(nested());
      }),
    ).toBe("KeyboardInterrupt('in the body')");
  });
});

test('TG-6: a child’s SystemExit leaves the loop at once', () => {
  let aftermath = 'none';
  const error = raisedBy(() => {
    run(function* main() {
      aftermath = yield* groupRaises(function* body(group) {
        group.createTask(boom(new SystemExit(3)));
        yield* wait(forever());
      });
    });
  });
  expect(repr(error)).toBe('SystemExit(3)');
  // As run() clears up, the group is told of both: its child's exit and the cancellation.
  expect(aftermath).toBe('SystemExit(3)');
});

test('TG-6: another error of Python’s BaseExceptions makes a BaseExceptionGroup', () => {
  run(function* main() {
    const inner = new BaseExceptionGroup('inner', [new CancelledError('c')]);
    const error = yield* raisedIn(
      inGroup(function* body(group) {
        group.createTask(boom(inner));
        group.createTask(boom(new ValueError('v')));
        yield* [];
      }),
    );
    expect(error).not.toBeInstanceOf(ExceptionGroup);
    expect(repr(error)).toBe(
      "BaseExceptionGroup('unhandled errors in a TaskGroup', [BaseExceptionGroup('inner', [CancelledError('c')]), ValueError('v')])",
    );
  });
});

test('TG-7: a child that is cancelled on its own is no error', () => {
  run(function* main() {
    let task: asyncio.Task | undefined;
    let other: asyncio.Task<string> | undefined;
    let third: asyncio.Task | undefined;
    yield* inGroup(function* body(group) {
      task = group.createTask(forever());
      third = group.createTask(boom(new CancelledError('by hand')));
      yield* wait(sleep(1));
      task.cancel();
      other = group.createTask(sleep(2, 'other'));
    });
    expect([task?.cancelled(), third?.cancelled(), other?.result(), now()]).toEqual([true, true, 'other', 3]);
  });
});

test('TG-8: a group takes tasks from its entering to its end, and closes the coroutines that it refuses', () => {
  freshWorld();
  run(function* main() {
    const group = new TaskGroup();
    expect(String(raisedBy(() => group.createTask(val(1))))).toBe('RuntimeError: TaskGroup <TaskGroup> has not been entered');
    const out: number[] = [];
    const sub = define(function* sub() {
      yield* wait(sleep(1));
      out.push(now());
    });
    const child = define(function* child() {
      yield* wait(sleep(1));
      group.createTask(sub());
    });
    yield* wait(
      asyncWith(
        group,
        define(function* body() {
          yield* [];
          group.createTask(child());
        }),
      ),
    );
    expect(out).toEqual([2]);
    expect(String(raisedBy(() => group.createTask(val(1))))).toBe('RuntimeError: TaskGroup <TaskGroup entered> is finished');
  });
  endWorld();
  expect(said.warnings).toEqual([]);
});

test('TG-8: a group that shuts down takes no more tasks', () => {
  freshWorld();
  run(function* main() {
    const refused: string[] = [];
    const late = define(function* late(group: asyncio.TaskGroup) {
      try {
        yield* wait(forever());
      } finally {
        refused.push(String(raisedBy(() => group.createTask(val(1)))));
      }
    });
    yield* groupRaises(function* body(group) {
      group.createTask(late(group));
      group.createTask(boom(new ValueError('x'), 0, 1));
      yield* [];
    });
    expect(refused).toEqual(['RuntimeError: TaskGroup <TaskGroup tasks=1 errors=1 cancelling> is shutting down']);
  });
  endWorld();
  expect(said.warnings).toEqual([]);
});

test('TG-8: what is no coroutine is refused in the words of Task', () => {
  run(function* main() {
    yield* inGroup(function* body(group) {
      expect(String(raisedBy(() => group.createTask(3 as never)))).toBe('TypeError: a coroutine was expected, got 3');
      yield* [];
    });
  });
});

test('TG-9: an inner group’s errors are one element of the outer one’s', () => {
  run(function* main() {
    expect(
      yield* groupRaises(function* outer(one) {
        one.createTask(sleep(10));
        yield* inGroup(function* inner(two) {
          two.createTask(boom(new ValueError('inner'), 0, 0.1));
          yield* [];
        });
      }),
    ).toBe(
      "ExceptionGroup('unhandled errors in a TaskGroup', [ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('inner')])])",
    );
    expect(now()).toBe(0.1);
  });
});

test('TG-9: an outer group’s error cancels the inner one without becoming part of it', () => {
  run(function* main() {
    expect(
      yield* groupRaises(function* outer(one) {
        one.createTask(boom(new ValueError('outer'), 0, 0.1));
        yield* inGroup(function* inner(two) {
          two.createTask(boom(new TypeError('never'), 0, 10));
          yield* [];
        });
      }),
    ).toBe("ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('outer')])");
  });
});

test('TG-9: nested groups that fail at one moment leave the count of cancellations right', () => {
  run(function* main() {
    const counts: number[] = [];
    expect(
      yield* groupRaises(function* outer(one) {
        expect(
          yield* groupRaises(function* inner(two) {
            two.createTask(boom(new TypeError('inner'), 1));
            one.createTask(boom(new ValueError('outer'), 1));
            yield* [];
          }),
        ).toBe("ExceptionGroup('unhandled errors in a TaskGroup', [TypeError('inner')])");
        counts.push(yield* cancelling());
      }),
    ).toBe("ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('outer')])");
    counts.push(yield* cancelling());
    expect(counts).toEqual([1, 0]);
  });
});

test('TG-10: a child’s error cancels the task that runs the body, and the group takes that back', () => {
  run(function* main() {
    const seen: number[] = [];
    yield* groupRaises(function* body(group) {
      group.createTask(boom());
      try {
        yield* wait(forever());
      } finally {
        seen.push(yield* cancelling());
      }
    });
    seen.push(yield* cancelling());
    yield* groupRaises(function* body(group) {
      group.createTask(boom(new ValueError('x'), 1));
      yield* [];
    });
    seen.push(yield* cancelling());
    expect(seen).toEqual([1, 0, 0]);
  });
});

test('TG-10: a manager inside the block may raise as it is left, and is in the group', () => {
  run(function* main() {
    const error = yield* raisedIn(
      inGroup(function* body(group) {
        try {
          group.createTask(boom(new ValueError('child')));
          yield* wait(sleep(1));
        } finally {
          throw new ValueError('manager');
        }
      }),
    );
    expect((error as asyncio.ExceptionGroup).exceptions.map(repr)).toEqual(["ValueError('child')", "ValueError('manager')"]);
    expect(yield* cancelling()).toBe(0);
  });
});

test('TG-11: a body that does not suspend is not interrupted', () => {
  run(function* main() {
    const out: number[] = [];
    yield* groupRaises(function* body(group) {
      group.createTask(boom());
      out.push(1);
      yield* wait(val(1));
      out.push(2);
      yield* wait(sleep(0));
      out.push(3);
      yield* wait(sleep(0));
      out.push(4);
      yield* wait(sleep(0));
      out.push(5);
    });
    expect(out).toEqual([1, 2, 3]);
  });
});

test('TG-12: errors stand in the order in which the tasks ended', () => {
  run(function* main() {
    expect(
      yield* groupRaises(function* body(group) {
        group.createTask(boom(new TypeError('third'), 1));
        group.createTask(boom(new ValueError('first'), 0));
        group.createTask(boom(new RangeError('second'), 0));
        yield* [];
      }),
    ).toBe("ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('first'), RangeError('second'), TypeError('third')])");
  });
});

test('TG-12: a group is entered once, inside a task', () => {
  run(function* main() {
    const group = new TaskGroup();
    const words: string[] = [];
    const again = define(function* again() {
      words.push(String(yield* raisedIn(wait(group.aenter()))));
    });
    yield* wait(asyncWith(group, again));
    yield* wait(again());
    const other = new TaskGroup();
    getRunningLoop().callSoon(() => {
      words.push(String(raisedBy(() => other.aenter().send(undefined))));
    });
    yield* spin(1);
    words.push(String(raisedBy(() => other.createTask(val(1)))));
    expect(words).toEqual([
      'RuntimeError: TaskGroup <TaskGroup entered> has already been entered',
      'RuntimeError: TaskGroup <TaskGroup entered> has already been entered',
      'RuntimeError: TaskGroup <TaskGroup> cannot determine the parent task',
      'RuntimeError: TaskGroup <TaskGroup> has not been entered',
    ]);
  });
  expect(String(raisedBy(() => new TaskGroup().aenter().send(undefined)))).toBe('RuntimeError: no running event loop');
});

test('TG-12: the repr tells tasks, errors and state', () => {
  run(function* main() {
    expect(repr(new TaskGroup())).toBe('<TaskGroup>');
    yield* inGroup(function* body(group) {
      expect(String(group)).toBe('<TaskGroup entered>');
      group.createTask(val(1));
      expect(repr(group)).toBe('<TaskGroup tasks=1 entered>');
      yield* [];
    });
  });
});

test('EAGER-3: a child that fails in its eager step aborts the group through the loop, not inside createTask', () => {
  run(function* main() {
    const loop = getRunningLoop();
    loop.setTaskFactory(asyncio.eagerTaskFactory);
    const out: unknown[] = [];
    expect(
      yield* groupRaises(function* body(group) {
        const task = group.createTask(boom());
        out.push(task.done(), yield* cancelling());
        try {
          yield* wait(forever());
        } finally {
          out.push(yield* cancelling());
        }
      }),
    ).toBe("ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('boom')])");
    expect(out).toEqual([true, 0, 1]);
    loop.setTaskFactory(undefined);
  });
});

test('EAGER-3: a group of children that end in their eager steps waits for their callbacks', () => {
  run(function* main() {
    getRunningLoop().setTaskFactory(asyncio.eagerTaskFactory);
    const before = iteration();
    let task: asyncio.Task<number> | undefined;
    yield* inGroup(function* body(group) {
      task = group.createTask(val(4));
      yield* [];
    });
    expect(task?.result()).toBe(4);
    expect(iteration() - before).toBe(2);
  });
});

test('ORDER-7: the parent of a group goes on two iterations after its last child’s end', () => {
  run(function* main() {
    let end = 0;
    const child = define(function* child() {
      yield* spin(2);
      end = iteration();
    });
    yield* inGroup(function* body(group) {
      group.createTask(child());
      yield* [];
    });
    expect(iteration()).toBe(end + 2);
  });
});

test('TG-2: the group has no cause, and the error of the body that it was raised over as its context', () => {
  run(function* main() {
    const body = new ValueError('body');
    const group = (yield* raisedIn(
      inGroup(function* fails() {
        yield* [];
        throw body;
      }),
    )) as Error;
    expect(group.cause).toBeUndefined();
    expect(contextOf(group)).toBe(body);
  });
});
