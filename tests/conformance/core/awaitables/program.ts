import { awaitSymbol, createTask, currentTask, ensureFuture, gather, getRunningLoop, run, RuntimeError, sleep } from 'asyncio';
import type { Awaitable, Coroutine, Future } from 'asyncio';

const bool = (value: boolean) => (value ? 'True' : 'False');

/** Lets the others go first, so many times. */
class Turns {
  readonly count: number;

  constructor(count: number) {
    this.count = count;
  }

  *[awaitSymbol]() {
    for (let i = 0; i < this.count; i += 1) yield undefined;
    return `after ${this.count}`;
  }
}

class Delayed {
  readonly future: Future<number>;

  constructor(future: Future<number>) {
    this.future = future;
  }

  *[awaitSymbol](): Generator<unknown, number> {
    const value = (yield* this.future[awaitSymbol]() as Generator<unknown, number>) as number;
    return value * 2;
  }
}

class Wrong {
  *[awaitSymbol](): Generator<unknown, unknown> {
    const got = yield 5;
    return got;
  }
}

/** Yields a future without awaiting it. */
class Borrowed {
  readonly future: Future;

  constructor(future: Future) {
    this.future = future;
  }

  *[awaitSymbol](): Generator<unknown, void> {
    yield this.future;
  }
}

/** What TypeScript would not let one await. */
const any = (value: unknown) => value as Awaitable<unknown>;

async function deep(level: number): Promise<string> {
  if (level === 0) {
    await sleep(1);
    return 'bottom';
  }
  return await deep(level - 1);
}

async function val<T>(value: T) {
  return value;
}

async function main() {
  const loop = getRunningLoop();
  console.log(await any(new Turns(3)));
  console.log(await any(new Turns(0)));
  const future = loop.createFuture<number>();
  loop.callLater(1, () => future.setResult(21));
  console.log(await any(new Delayed(future)));
  console.log(await any(new Delayed(future)));
  for (const wrong of [new Wrong(), new Borrowed(loop.createFuture())]) {
    try {
      await any(wrong);
    } catch (error) {
      if (!(error instanceof RuntimeError)) throw error;
      console.log(error.message.slice(0, 40));
    }
  }
  const results = await gather(any(new Turns(2)), any(new Turns(1)), deep(3));
  console.log(`[${results.map((result) => `'${result}'`).join(', ')}]`);
  console.log(await ensureFuture(any(new Turns(1))));
  const coroutine = val(1);
  console.log(await coroutine);
  try {
    await coroutine;
  } catch (error) {
    if (!(error instanceof RuntimeError)) throw error;
    console.log(error.message);
  }
  for (const nothing of [5, undefined, 'text']) {
    try {
      await any(nothing);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      console.log(error.message);
    }
  }

  async function itself() {
    await currentTask();
  }

  try {
    await createTask(itself(), { name: 'itself' });
  } catch (error) {
    if (!(error instanceof RuntimeError)) throw error;
    console.log(error.message.split(':')[0]);
  }

  async function givesFuture() {
    return [future];
  }

  console.log(bool((await givesFuture())[0] === future));
  console.log(bool((await createTask(givesFuture()))[0] === future));
  const byHand = val('by hand') as unknown as Coroutine<string>;
  const { value } = byHand.send(undefined);
  console.log(value);
}

run(main());
