import { sleep, type Coroutine } from 'asyncio';

async function count(name: string, to: number): Promise<string> {
  for (let n = 1; n <= to; n += 1) {
    console.log(`${name} ${n}`);
    await sleep(0);
  }
  return `${name} is done`;
}

export function alternate(a: Coroutine, b: Coroutine): [unknown, unknown] {
  let valueA: unknown;
  let valueB: unknown;
  let runsA = true;
  let runsB = true;
  while (runsA || runsB) {
    if (runsA) {
      const step = a.send(undefined);
      if (step.done) {
        runsA = false;
        valueA = step.value;
      }
    }
    if (runsB) {
      const step = b.send(undefined);
      if (step.done) {
        runsB = false;
        valueB = step.value;
      }
    }
  }
  return [valueA, valueB];
}

console.log(alternate(count('a', 3) as unknown as Coroutine, count('b', 2) as unknown as Coroutine));
