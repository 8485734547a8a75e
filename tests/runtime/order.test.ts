/** The rules ORDER of the semantics, as far as what they name exists: queues, locks, wait, shield and TaskGroup come with their own groups (ORDER-5, parts of 6 and 7). */
import { beforeEach, expect, test } from 'vitest';
import { asyncio, iteration, now } from '../../src/runtime/index.ts';
import { define, freshWorld, run, spin, wait } from './program.ts';

const { createTask, gather, sleep } = asyncio;

beforeEach(() => {
  freshWorld();
});

test('ORDER-1: two tasks that sleep(0) alternate strictly', () => {
  run(function* main() {
    const out: string[] = [];
    const player = define(function* player(name: string) {
      for (let i = 0; i < 3; i += 1) {
        out.push(`${name}${i}`);
        yield* wait(sleep(0));
      }
    });
    yield* wait(gather(player('a'), player('b')));
    expect(out).toEqual(['a0', 'b0', 'a1', 'b1', 'a2', 'b2']);
  });
});

test('ORDER-2: sleeps end in the order of their moments, equal ones in the order they began', () => {
  run(function* main() {
    const out: string[] = [];
    const sleeper = define(function* sleeper(name: string, seconds: number, before: number) {
      if (before > 0) yield* wait(sleep(before));
      yield* wait(sleep(seconds));
      out.push(name);
    });
    yield* wait(gather(sleeper('a', 2, 0), sleeper('b', 1, 0), sleeper('c', 2, 0), sleeper('d', 1, 1)));
    expect(out).toEqual(['b', 'a', 'c', 'd']);
  });
});

test('ORDER-3: awaiting tasks as they are made is sequential, making all first is concurrent', () => {
  run(function* main() {
    for (const seconds of [1, 2]) yield* wait(createTask(sleep(seconds)));
    expect(now()).toBe(3);
    for (const task of [1, 2].map((seconds) => createTask(sleep(seconds)))) yield* wait(task);
    expect(now()).toBe(5);
    for (const seconds of [1, 2]) yield* wait(sleep(seconds));
    expect(now()).toBe(8);
    yield* wait(gather(...[1, 2].map((seconds) => sleep(seconds))));
    expect(now()).toBe(10);
  });
});

test('ORDER-4: coroutines in a list do nothing until they are awaited', () => {
  run(function* main() {
    const coroutines = [1, 1, 1].map((seconds) => sleep(seconds));
    yield* wait(sleep(5));
    for (const coroutine of coroutines) yield* wait(coroutine);
    expect(now()).toBe(8);
  });
});

test('ORDER-6: who awaits a task directly goes on before who awaits it through gather', () => {
  run(function* main() {
    const out: string[] = [];
    const spinning = define(function* spinning() {
      yield* spin(2);
    });
    const task = createTask(spinning());
    const direct = define(function* direct() {
      yield* wait(task);
      out.push('direct');
    });
    const gathered = define(function* gathered() {
      yield* wait(gather(task));
      out.push('gather');
    });
    yield* wait(gather(gathered(), direct()));
    expect(out).toEqual(['direct', 'gather']);
  });
});

test('ORDER-7: an awaiter goes on one iteration after a task’s end, two after it through gather', () => {
  run(function* main() {
    const whereabouts = define(function* whereabouts() {
      yield* [];
      return iteration();
    });
    const first = yield* wait(createTask(whereabouts()));
    expect(iteration()).toBe(first + 1);
    const [second] = yield* wait(gather(createTask(whereabouts())));
    expect(iteration()).toBe(second + 2);
  });
});
