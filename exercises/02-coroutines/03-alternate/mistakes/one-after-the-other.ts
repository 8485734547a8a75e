// fails: the two take turns, one step each
// fails: the longer one is finished alone
// says: x ran to its end before y began
// says: So would two subroutines
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
  const finish = (coroutine: Coroutine): unknown => {
    let step = coroutine.send(undefined);
    while (!step.done) step = coroutine.send(undefined);
    return step.value;
  };
  return [finish(a), finish(b)];
}

console.log(alternate(count('a', 3) as unknown as Coroutine, count('b', 2) as unknown as Coroutine));
