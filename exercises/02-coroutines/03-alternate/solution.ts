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
  let running = [
    { coroutine: a, place: 0 },
    { coroutine: b, place: 1 },
  ];
  while (running.length > 0) {
    running = running.filter(({ coroutine, place }) => {
      const { done, value } = coroutine.send(undefined);
      if (done) values[place] = value;
      return !done;
    });
  }
  return values;
}

console.log(alternate(count('a', 3) as unknown as Coroutine, count('b', 2) as unknown as Coroutine));
