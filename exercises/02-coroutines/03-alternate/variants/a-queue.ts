// The one that has had its step goes to the end of a queue. This is how an event loop does it.
import { sleep, type Coroutine } from 'asyncio';

async function count(name: string, to: number): Promise<string> {
  for (let n = 1; n <= to; n += 1) {
    console.log(`${name} ${n}`);
    await sleep(0);
  }
  return `${name} is done`;
}

export function alternate(a: Coroutine, b: Coroutine): [unknown, unknown] {
  const results = new Map<Coroutine, unknown>();
  const ready = [a, b];
  for (let next = ready.shift(); next !== undefined; next = ready.shift()) {
    const step = next.send(undefined);
    if (step.done) results.set(next, step.value);
    else ready.push(next);
  }
  return [results.get(a), results.get(b)];
}

console.log(alternate(count('a', 3) as unknown as Coroutine, count('b', 2) as unknown as Coroutine));
