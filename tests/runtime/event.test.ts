/** The rule EVENT-1 of the semantics. What CPython does in detail is in tests/conformance/locks. */
import { beforeEach, expect, test } from 'vitest';
import { asyncio, iteration, repr } from '../../src/runtime/index.ts';
import { define, ended, freshWorld, raisedIn, run, spin, wait } from './program.ts';

const { CancelledError, createTask, Event, gather, getRunningLoop } = asyncio;

beforeEach(() => {
  freshWorld();
});

/** A task that notes when it was woken, and with what. */
const waiter = define(function* waiter(event: asyncio.Event, name: string, log: unknown[]) {
  log.push([name, yield* wait(event.wait())]);
});

test('EVENT-1: set wakes everybody who waits, in turn, and clear takes no wake-up back', () => {
  run(function* main() {
    const event = new Event();
    const log: unknown[] = [];
    const tasks = ['a', 'b', 'c'].map((name) => createTask(waiter(event, name, log)));
    yield* spin(1);
    event.set();
    event.clear();
    yield* wait(gather(...tasks));
    expect(log).toEqual([
      ['a', true],
      ['b', true],
      ['c', true],
    ]);
    expect(event.isSet()).toBe(false);
  });
});

test('EVENT-1: waiting for an event that is set does not suspend', () => {
  run(function* main() {
    const event = new Event();
    event.set();
    const before = iteration();
    expect(yield* wait(event.wait())).toBe(true);
    expect(iteration()).toBe(before);
  });
});

test('EVENT-1: who comes when it is set is there before those who were woken', () => {
  run(function* main() {
    const event = new Event();
    const log: unknown[] = [];
    createTask(waiter(event, 'first', log));
    createTask(waiter(event, 'second', log));
    yield* spin(1);
    createTask(waiter(event, 'late', log));
    event.set();
    yield* spin(1);
    expect(log).toEqual([
      ['late', true],
      ['first', true],
      ['second', true],
    ]);
  });
});

test('EVENT-1: setting it again and again wakes everybody once', () => {
  run(function* main() {
    const event = new Event();
    const task = createTask(event.wait());
    yield* spin(1);
    event.set();
    event.clear();
    event.set();
    event.set();
    expect(repr(event)).toBe('<asyncio.locks.Event object [set, waiters:1]>');
    yield* spin(1);
    expect([task.done(), repr(event)]).toEqual([true, '<asyncio.locks.Event object [set]>']);
  });
});

test('EVENT-1: who comes after clear waits for the next set', () => {
  run(function* main() {
    const event = new Event();
    const early = createTask(event.wait());
    yield* spin(1);
    event.set();
    event.clear();
    const late = createTask(event.wait());
    yield* spin(3);
    expect([early.done(), late.done()]).toEqual([true, false]);
    event.set();
    yield* wait(late);
  });
});

test('who is cancelled leaves the line', () => {
  run(function* main() {
    const event = new Event();
    const task = createTask(event.wait());
    getRunningLoop().callSoon(() => task.cancel());
    expect(yield* raisedIn(wait(task))).toBeInstanceOf(CancelledError);
    expect(repr(event)).toBe('<asyncio.locks.Event object [unset]>');
    const woken = createTask(event.wait());
    yield* spin(1);
    event.set();
    woken.cancel();
    yield* ended(woken);
    expect(woken.cancelled()).toBe(true);
  });
});
