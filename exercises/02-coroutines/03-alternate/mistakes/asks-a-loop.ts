// fails: the two take turns, one step each
// fails: the longer one is finished alone
// fails: both values come back, that of a first
// fails: nothing is asked of a coroutine that has ended
// says: It asked an event loop to take the steps
import { gather, run, sleep, type Coroutine } from 'asyncio';

async function count(name: string, to: number): Promise<string> {
  for (let n = 1; n <= to; n += 1) {
    console.log(`${name} ${n}`);
    await sleep(0);
  }
  return `${name} is done`;
}

/** Steps the two in turn, `a` first, and each to its end. Gives what they returned. */
export function alternate(a: Coroutine, b: Coroutine): [unknown, unknown] {
  const both = run(together(a, b));
  return [both[0], both[1]];
}

async function together(a: Coroutine, b: Coroutine): Promise<unknown[]> {
  return await gather(a, b);
}

console.log(alternate(count('a', 3) as unknown as Coroutine, count('b', 2) as unknown as Coroutine));
