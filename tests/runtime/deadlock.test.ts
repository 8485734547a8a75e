/** Deadlocks (LOOP-18): the error lists who waits, where, and for what. */
import { beforeEach, expect, test } from 'vitest';
import { asyncio, DeadlockError, hintOf } from '../../src/runtime/index.ts';
import { define, freshWorld, item, raisedBy, run, wait } from './program.ts';

const { createTask, gather, getRunningLoop, newEventLoop } = asyncio;

beforeEach(() => {
  freshWorld();
});

test('LOOP-18: the message lists each task with function, line, and what it waits for', () => {
  const stuck = define(function* stuck() {
    yield* wait(getRunningLoop().createFuture(), 5);
  });
  const through = define(function* through() {
    yield* wait(stuck(), 9);
  });
  const error = raisedBy(() => {
    run(function* main() {
      const worker = createTask(through(), { name: 'worker' });
      yield* wait(gather(worker), 14);
    });
  });
  expect(error).toBeInstanceOf(DeadlockError);
  expect((error as Error).message).toBe(
    [
      'deadlock: the loop would wait for ever; nothing is scheduled that could wake a task. Waiting:',
      '  Task-1 (main) in main() at main.ts:14 waits for a gather of worker',
      '  worker (through) in stuck() at main.ts:5 waits for a Future that nobody ends',
    ].join('\n'),
  );
  expect(hintOf(error)).toMatch(/only another of them, or nobody/);
});

test('LOOP-18: tasks that wait for each other are named in each other’s lines', () => {
  const error = raisedBy(() => {
    run(function* main() {
      const tasks: asyncio.Task[] = [];
      const other = define(function* other(n: number) {
        yield* wait(item(tasks, n), 4);
      });
      tasks.push(createTask(other(1)), createTask(other(0)));
      yield* wait(item(tasks, 0), 7);
    });
  });
  expect((error as Error).message.split('\n').slice(1)).toEqual([
    '  Task-1 (main) in main() at main.ts:7 waits for Task-2',
    '  Task-2 (other) in other() at main.ts:4 waits for Task-3',
    '  Task-3 (other) in other() at main.ts:4 waits for Task-2',
  ]);
});

test('LOOP-18: a loop without tasks that nobody stops is one too', () => {
  const error = raisedBy(() => {
    newEventLoop().runForever();
  });
  expect(error).toBeInstanceOf(DeadlockError);
  expect((error as Error).message).toMatch(/no task is left/);
  expect(hintOf(error)).toMatch(/loop\.stop\(\)/);
});
