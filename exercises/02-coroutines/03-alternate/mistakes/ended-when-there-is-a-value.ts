// fails: both values come back, that of a first
// says: A coroutine had ended, and was asked for one more step
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
  let valueA: unknown;
  let valueB: unknown;
  for (let rounds = 0; rounds < 100 && (!valueA || !valueB); rounds += 1) {
    if (!valueA) valueA = a.send(undefined).value;
    if (!valueB) valueB = b.send(undefined).value;
  }
  return [valueA, valueB];
}

console.log(alternate(count('a', 3) as unknown as Coroutine, count('b', 2) as unknown as Coroutine));
