/** The wall clock of a job, on timers of the test's own. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { wallClock } from '../../src/sandbox/clock.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('it is over when its limit has passed, and not before', () => {
  const over = vi.fn();
  wallClock(1000, over).restart();
  vi.advanceTimersByTime(999);
  expect(over).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(over).toHaveBeenCalledOnce();
});

test('begun anew, it gives the whole time again; stopped, it is never over', () => {
  const over = vi.fn();
  const clock = wallClock(1000, over);
  clock.restart();
  vi.advanceTimersByTime(900);
  clock.restart();
  vi.advanceTimersByTime(999);
  expect(over).not.toHaveBeenCalled();
  clock.stop();
  vi.advanceTimersByTime(5000);
  expect(over).not.toHaveBeenCalled();
});

test('a page that was held up, which finds one timer due however long it took, loses no more than a twentieth of the time', () => {
  const over = vi.fn();
  wallClock(1000, over).restart();
  for (let times = 1; times < 20; times += 1) vi.advanceTimersToNextTimer();
  expect(over).not.toHaveBeenCalled();
  vi.advanceTimersToNextTimer();
  expect(over).toHaveBeenCalledOnce();
});
