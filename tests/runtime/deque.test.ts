/** The ring that lines and queues are kept in, against a plain array. */
import { expect, test } from 'vitest';
import { Deque } from '../../src/runtime/deque.ts';

test('whatever is done to it, it holds what an array would', () => {
  const deque = new Deque<number>();
  const model: number[] = [];
  let state = 1;
  const random = (below: number): number => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  for (let i = 0; i < 5000; i += 1) {
    const what = random(5);
    if (what < 3) {
      deque.push(i);
      model.push(i);
    } else if (what === 3) expect(deque.shift()).toBe(model.shift());
    else {
      const item = model[random(model.length + 1)] ?? -1;
      const at = model.indexOf(item);
      expect(deque.remove(item)).toBe(at !== -1);
      if (at !== -1) model.splice(at, 1);
    }
    expect(deque.length).toBe(model.length);
    expect(deque.first).toBe(model[0]);
  }
  expect(model.length).toBeGreaterThan(100);
  expect([...deque]).toEqual(model);
});
