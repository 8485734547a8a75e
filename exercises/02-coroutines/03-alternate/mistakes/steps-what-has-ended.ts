// fails: the longer one is finished alone
// fails: both values come back, that of a first
// fails: nothing is asked of a coroutine that has ended
// says: A coroutine had ended, and was asked for one more step
// says: cannot reuse already awaited coroutine
import { sleep, type Coroutine } from 'asyncio';

async function count(name: string, to: number): Promise<string> {
  for (let n = 1; n <= to; n += 1) {
    console.log(`${name} ${n}`);
    await sleep(0);
  }
  return `${name} is done`;
}

/** Steps the two in turn, `a` first, and each to its end. Gives what they returned. */
export function alternate(a: Coroutine, b: Coroutine): [unknown, unknown] {
  let stepA: IteratorResult<unknown> = { done: false, value: undefined };
  let stepB: IteratorResult<unknown> = { done: false, value: undefined };
  while (!stepA.done || !stepB.done) {
    stepA = a.send(undefined);
    stepB = b.send(undefined);
  }
  return [stepA.value, stepB.value];
}

console.log(alternate(count('a', 3) as unknown as Coroutine, count('b', 2) as unknown as Coroutine));
