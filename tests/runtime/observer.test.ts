/** The observer: what a recorder is told, in the order in which real CPython does the same (`spec/oracle.py`). */
import { beforeEach, expect, test } from 'vitest';
import {
  asyncio,
  beginWorld,
  block,
  currentTaskName,
  endWorld,
  iteration,
  now,
  repr,
  type Observer,
} from '../../src/runtime/index.ts';
import { define, forever, freshWorld, raisedBy, raisedIn, run, spin, val, wait } from './program.ts';

const { createTask, currentTask, gather, getRunningLoop, sleep } = asyncio;

beforeEach(() => {
  freshWorld();
});

const printed: string[] = [];
function print(text: string): void {
  printed.push(text);
}

/** An observer that writes one short line per event. */
function writing(lines: string[]): Observer {
  const say = (text: string): void => {
    lines.push(`${now()}/${iteration()} ${text}`);
  };
  return {
    clockJump: (to) => {
      say(`jump to ${to}`);
    },
    clockBlock: (seconds) => {
      say(`block ${seconds}`);
    },
    readyPush: (handle) => {
      say(`${handle.id} queued: ${handle.describe()}`);
    },
    handleRun: (handle) => {
      say(`${handle.id} runs`);
    },
    timerSet: (timer) => {
      say(`${timer.id} set for ${timer.when()}: ${timer.describe()}`);
    },
    timerFire: (timer) => {
      say(`${timer.id} fires`);
    },
    timerCancel: (timer) => {
      say(`${timer.id} cancelled`);
    },
    futureCreate: (future) => {
      say(`${future.id} made by ${currentTaskName() ?? 'nobody'}: ${future.kind}`);
    },
    futureDone: (future) => {
      say(`${future.id} ${future.state} ${repr(future.outcome)}`);
    },
    taskCreate: (task) => {
      say(`${task.getName()} made by ${currentTaskName() ?? 'nobody'}: ${task.coroutineName}`);
    },
    taskStep: (task, { start, error, wokenBy }) => {
      const how = [wokenBy === undefined ? '' : ` by ${wokenBy.id}`, error === undefined ? '' : ` with ${repr(error)}`].join('');
      say(`${task.getName()} ${start ? 'starts' : 'goes on'}${how}`);
    },
    taskSuspend: (task, on) => {
      say(`${task.getName()} waits for ${on?.id ?? 'its turn'} in line ${task.frame()?.line ?? 0}`);
    },
    taskDone: (task) => {
      say(`${task.getName()} ${task.state} ${repr(task.outcome)}`);
    },
    taskCancel: (task, message) => {
      say(`${task.getName()} to be cancelled: ${repr(message)}, ${task.cancelling()}`);
    },
    taskUncancel: (task, left) => {
      say(`${task.getName()} not to be cancelled: ${left}`);
    },
  };
}

test('the events of a program are those of CPython, in its order', () => {
  const lines: string[] = [];
  beginWorld({ observer: writing(lines) });
  const child = define(function* child(seconds: number) {
    yield* wait(sleep(seconds), 3);
    return seconds;
  });
  run(function* main() {
    const task = createTask(child(9), { name: 'u' });
    yield* wait(sleep(0), 8);
    task.cancel('stop');
    yield* raisedIn(wait(task, 10));
    yield* wait(gather(child(1)), 11);
    currentTask()?.cancel();
    currentTask()?.uncancel();
    block(2);
    getRunningLoop().callSoon(print, 'x');
    getRunningLoop()
      .callLater(1, () => undefined)
      .cancel();
    yield* wait(sleep(0), 16);
  });
  expect(lines).toEqual([
    '0/0 Task-1 made by nobody: main',
    '0/0 H1 queued: Task-1.step',
    '0/1 Task-1 starts',
    '0/1 u made by Task-1: child',
    '0/1 H2 queued: u.step',
    '0/1 H3 queued: Task-1.step',
    '0/1 Task-1 waits for its turn in line 8',
    '0/2 u starts',
    '0/2 F1 made by u: Future',
    '0/2 H4 set for 9: _set_result_unless_cancelled(F1, None)',
    '0/2 u waits for F1 in line 3',
    '0/2 Task-1 goes on',
    "0/2 u to be cancelled: 'stop', 1",
    '0/2 F1 cancelled None',
    '0/2 H5 queued: u.wakeup(F1)',
    '0/2 Task-1 waits for u in line 10',
    "0/3 u goes on by F1 with CancelledError('stop')",
    '0/3 H4 cancelled',
    '0/3 u cancelled None',
    '0/3 H6 queued: Task-1.wakeup(u)',
    "0/4 Task-1 goes on by u with CancelledError('stop')",
    '0/4 Task-2 made by Task-1: child',
    '0/4 H7 queued: Task-2.step',
    '0/4 F2 made by Task-1: _GatheringFuture',
    '0/4 Task-1 waits for F2 in line 11',
    '0/5 Task-2 starts',
    '0/5 F3 made by Task-2: Future',
    '0/5 H8 set for 1: _set_result_unless_cancelled(F3, None)',
    '0/5 Task-2 waits for F3 in line 3',
    '0/6 jump to 1',
    '1/6 H8 fires',
    '1/6 F3 finished None',
    '1/6 H9 queued: Task-2.wakeup(F3)',
    '1/7 Task-2 goes on by F3',
    '1/7 Task-2 finished 1',
    '1/7 H10 queued: gather._done_callback(Task-2)',
    '1/8 H10 runs',
    '1/8 F2 finished [1]',
    '1/8 H11 queued: Task-1.wakeup(F2)',
    '1/9 Task-1 goes on by F2',
    '1/9 Task-1 to be cancelled: None, 1',
    '1/9 Task-1 not to be cancelled: 0',
    '1/9 block 2',
    "3/9 H12 queued: print('x')",
    '3/9 H13 set for 4: <lambda>',
    '3/9 H13 cancelled',
    '3/9 H14 queued: Task-1.step',
    '3/9 Task-1 waits for its turn in line 16',
    '3/10 H12 runs',
    '3/10 Task-1 goes on',
    '3/10 Task-1 finished None',
    '3/10 H15 queued: _run_until_complete_cb(Task-1)',
    '3/11 H15 runs',
    '3/11 Task-3 made by nobody: BaseEventLoop.shutdown_asyncgens',
    '3/11 H16 queued: Task-3.step',
    '3/12 Task-3 starts',
    '3/12 Task-3 finished None',
    '3/12 H17 queued: _run_until_complete_cb(Task-3)',
    '3/13 H17 runs',
    '3/13 Task-4 made by nobody: BaseEventLoop.shutdown_default_executor',
    '3/13 H18 queued: Task-4.step',
    '3/14 Task-4 starts',
    '3/14 Task-4 finished None',
    '3/14 H19 queued: _run_until_complete_cb(Task-4)',
    '3/15 H19 runs',
  ]);
});

test('an iteration is told with the number of its handles', () => {
  const ready: number[] = [];
  freshWorld({ observer: { iteration: (n) => ready.push(n) } });
  run(function* main() {
    createTask(val(1));
    createTask(val(2));
    yield* spin(1);
  });
  expect(ready.slice(0, 3)).toEqual([1, 3, 1]);
});

test('an observer that throws is let go, and the program does not notice', () => {
  let calls = 0;
  beginWorld({
    observer: {
      taskStep: () => {
        calls += 1;
        throw new Error('in observer');
      },
      taskDone: () => {
        calls += 100;
      },
    },
  });
  expect(
    run(function* main() {
      yield* spin(3);
      return 'result';
    }),
  ).toBe('result');
  expect(calls).toBe(1);
});

test('ids and names do not depend on being observed', () => {
  const first = (observer?: Observer): string[] => {
    beginWorld(observer === undefined ? {} : { observer });
    return run(function* main() {
      yield* spin(3);
      const future = getRunningLoop().createFuture();
      return [future.id, getRunningLoop().callSoon(() => undefined).id, createTask(val(1)).id];
    });
  };
  expect(first({})).toEqual(first());
});

test('a deadlock tells the observer which tasks wait', () => {
  const waiting: string[] = [];
  freshWorld({
    observer: {
      deadlock: (tasks) => {
        waiting.push(...tasks.map((task) => task.getName()));
      },
    },
  });
  raisedBy(() => {
    run(function* main() {
      yield* wait(createTask(forever(), { name: 'stuck' }));
    });
  });
  expect(waiting).toEqual(['Task-1', 'stuck']);
});

test('after the end of the world nothing is told any more', () => {
  const lines: string[] = [];
  beginWorld({ observer: writing(lines) });
  endWorld();
  asyncio.run(val(1));
  expect(lines).toEqual([]);
});
