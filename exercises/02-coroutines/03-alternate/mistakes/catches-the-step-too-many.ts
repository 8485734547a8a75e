// fails: nothing is asked of a coroutine that has ended
// says: The error that this raises was caught
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
  let ended = 0;
  while (ended < 2) {
    ended = 0;
    for (const [at, coroutine] of [a, b].entries()) {
      try {
        const { done, value } = coroutine.send(undefined);
        if (done) values[at] = value;
      } catch {
        ended += 1;
      }
    }
  }
  return values;
}

console.log(alternate(count('a', 3) as unknown as Coroutine, count('b', 2) as unknown as Coroutine));
