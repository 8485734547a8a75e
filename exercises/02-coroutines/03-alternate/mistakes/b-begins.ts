// fails: the two take turns, one step each
// fails: the longer one is finished alone
// says: `a` begins
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
  const values: [unknown, unknown] = [undefined, undefined];
  let endedA = false;
  let endedB = false;
  while (!endedA || !endedB) {
    if (!endedB) {
      const step = b.send(undefined);
      if (step.done) [endedB, values[1]] = [true, step.value];
    }
    if (!endedA) {
      const step = a.send(undefined);
      if (step.done) [endedA, values[0]] = [true, step.value];
    }
  }
  return values;
}

console.log(alternate(count('a', 3) as unknown as Coroutine, count('b', 2) as unknown as Coroutine));
