// Each coroutine becomes a generator of its steps, and the two are gone through together.
import { sleep, type Coroutine } from 'asyncio';

async function count(name: string, to: number): Promise<string> {
  for (let n = 1; n <= to; n += 1) {
    console.log(`${name} ${n}`);
    await sleep(0);
  }
  return `${name} is done`;
}

function* stepsOf(coroutine: Coroutine): Generator<void, unknown> {
  for (;;) {
    const step = coroutine.send(undefined);
    if (step.done) return step.value;
    yield;
  }
}

export function alternate(a: Coroutine, b: Coroutine): [unknown, unknown] {
  const both = [stepsOf(a), stepsOf(b)] as const;
  const ends: IteratorResult<void, unknown>[] = both.map(() => ({ value: undefined }));
  while (ends.some((end) => !end.done)) {
    both.forEach((steps, n) => {
      if (!ends[n]!.done) ends[n] = steps.next();
    });
  }
  return [ends[0]!.value, ends[1]!.value];
}

console.log(alternate(count('a', 3) as unknown as Coroutine, count('b', 2) as unknown as Coroutine));
