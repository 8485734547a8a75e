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
  // TODO: one step of a, one step of b, until both have ended
  return [undefined, undefined];
}

console.log(alternate(count('a', 3) as unknown as Coroutine, count('b', 2) as unknown as Coroutine));
