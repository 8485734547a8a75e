// One step, and the rest with the roles changed.
import { sleep, type Coroutine } from 'asyncio';

async function count(name: string, to: number): Promise<string> {
  for (let n = 1; n <= to; n += 1) {
    console.log(`${name} ${n}`);
    await sleep(0);
  }
  return `${name} is done`;
}

function finish(coroutine: Coroutine): unknown {
  const step = coroutine.send(undefined);
  return step.done ? step.value : finish(coroutine);
}

export function alternate(a: Coroutine, b: Coroutine): [unknown, unknown] {
  const step = a.send(undefined);
  if (step.done) return [step.value, finish(b)];
  const [valueB, valueA] = alternate(b, a);
  return [valueA, valueB];
}

console.log(alternate(count('a', 3) as unknown as Coroutine, count('b', 2) as unknown as Coroutine));
