/** Turns of loops and tasks are counted, and a world that passes a limit is over. */
import { beforeEach, expect, test } from 'vitest';
import { asyncio, beginWorld, helpers, limitExceeded, TaskLimitExceeded, TurnLimitExceeded } from '../../src/runtime/index.ts';

const AT = 12 * 4096 + 4;

function turn(times: number): void {
  for (let i = 0; i < times; i += 1) helpers.turn(AT, 'main.ts');
}

/** A coroutine with a step for each number: so many turns each. */
function turning(...turns: readonly number[]): asyncio.Coroutine {
  const steps = function* (): Generator<unknown, void> {
    for (const each of turns) {
      turn(each);
      yield helpers.at(asyncio.sleep(0), 4096);
    }
  };
  return helpers.coroutine(steps(), { name: 'turning', file: 'main.ts', line: 1 });
}

beforeEach(() => {
  beginWorld({ turnLimit: 100, taskLimit: 10 });
});

test('as many turns as the limit says are free, and one more is not', () => {
  turn(100);
  expect(limitExceeded()).toBeUndefined();
  expect(() => {
    turn(1);
  }).toThrow(new TurnLimitExceeded(100, AT, 'main.ts'));
  expect(limitExceeded()).toMatchObject({
    position: AT,
    file: 'main.ts',
    message: 'more than 100 turns of a loop without a pause',
  });
});

test('each step of the event loop has turns of its own, and so has each world', () => {
  asyncio.run(turning(90, 90, 90));
  expect(limitExceeded()).toBeUndefined();
  turn(90);
  beginWorld({ turnLimit: 100 });
  turn(90);
  expect(limitExceeded()).toBeUndefined();
});

test('a world that turned too often is over: further turns raise, and so do its loop and its tasks', () => {
  const caught = function* (): Generator<unknown, string> {
    for (;;) {
      try {
        turn(101);
      } catch {
        break;
      }
    }
    yield helpers.at(asyncio.sleep(1), 4096);
    return 'went on';
  };
  const code = { name: 'caught', file: 'main.ts', line: 1 };
  expect(() => asyncio.run(helpers.coroutine(caught(), code))).toThrow(TurnLimitExceeded);
  expect(() => {
    turn(1);
  }).toThrow(TurnLimitExceeded);
  expect(() => {
    asyncio.run(asyncio.sleep(1));
  }).toThrow(TurnLimitExceeded);
});

test('an error of a limit leaves the loop at once, whoever waits for the task', () => {
  const gathered = function* (): Generator<unknown, unknown> {
    const results: unknown = yield helpers.at(asyncio.gather(turning(101), { returnExceptions: true }), 4096);
    return results;
  };
  expect(() => asyncio.run(helpers.coroutine(gathered(), { name: 'gathered', file: 'main.ts', line: 1 }))).toThrow(
    TurnLimitExceeded,
  );
});

test('whoever listens hears of the 1st, 2nd, 4th … turn of each step', () => {
  let heard = 0;
  const told: number[] = [];
  beginWorld({ turnLimit: 100, onTurns: (_file, position) => told.push(position, (heard += 1)) });
  turn(9);
  expect(told).toEqual([AT, 1, AT, 2, AT, 3, AT, 4]);
  asyncio.run(turning(1, 0, 1));
  expect(heard).toBe(6);
});

test('more tasks at the same time than there may be end the world; tasks that are done do not count', () => {
  const maker = (many: number, waits: boolean) =>
    function* (): Generator<unknown, void> {
      for (let i = 0; i < many; i += 1) {
        const task = asyncio.createTask(asyncio.sleep(1));
        if (waits) yield helpers.at(task, 4096);
      }
    };
  const code = { name: 'maker', file: 'main.ts', line: 1 };
  asyncio.run(helpers.coroutine(maker(30, true)(), code));
  expect(limitExceeded()).toBeUndefined();
  expect(() => asyncio.run(helpers.coroutine(maker(30, false)(), code))).toThrow(new TaskLimitExceeded(10));
});
