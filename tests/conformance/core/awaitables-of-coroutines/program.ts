import {
  awaitSymbol,
  CancelledError,
  ensureFuture,
  gather,
  getRunningLoop,
  run,
  RuntimeError,
  sleep,
  ValueError,
  type Awaitable,
  type Coroutine,
  type Future,
} from 'asyncio';

/** What TypeScript would not let one await. */
const any = (value: unknown) => value as Awaitable<unknown>;

/** Goes through the iterator of a coroutine. */
class Delay {
  readonly seconds: number;
  readonly value: unknown;

  constructor(seconds: number, value: unknown) {
    this.seconds = seconds;
    this.value = value;
  }

  *[awaitSymbol](): Generator<unknown, unknown> {
    yield* sleep(this.seconds)[awaitSymbol]();
    return this.value;
  }
}

/** Drives a coroutine, and hands on what it waits for. */
class ByHand {
  readonly coroutine: Coroutine;

  constructor(coroutine: unknown) {
    this.coroutine = coroutine as Coroutine;
  }

  *[awaitSymbol](): Generator<unknown, unknown> {
    let given: unknown;
    while (true) {
      const { done, value: waits } = this.coroutine.send(given);
      if (done) return waits;
      try {
        given = yield waits;
      } catch (error) {
        if (!(error instanceof ValueError)) throw error;
        this.coroutine.throw(error);
      }
    }
  }
}

/** A future that was waited for is not handed out again. */
class HandedOutTwice {
  *[awaitSymbol](): Generator<unknown, unknown> {
    const coroutine = sleep(1);
    const { value: waits } = coroutine.send(undefined);
    yield waits;
    try {
      yield waits;
    } catch (error) {
      if (!(error instanceof RuntimeError)) throw error;
      console.log(error.message.split(' in task')[0]);
    }
    coroutine.close();
    return 'twice';
  }
}

/** Goes through the iterator of a future, and notices how it ends. */
class Waits {
  readonly future: Future;

  constructor(future: Future) {
    this.future = future;
  }

  *[awaitSymbol](): Generator<unknown, unknown> {
    try {
      return yield* this.future[awaitSymbol]();
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      return `instead of ${error.message}`;
    } finally {
      console.log('no more waiting');
    }
  }
}

async function fails(seconds: number) {
  await sleep(seconds);
  throw new ValueError('late');
}

async function nested(depth: number): Promise<unknown> {
  if (depth === 0) return await any(new Delay(1, 'deep'));
  return await any(new ByHand(nested(depth - 1)));
}

async function pending() {
  const future = getRunningLoop().createFuture();
  const coroutine = futureOf(future) as unknown as Coroutine;
  const { value: waits } = coroutine.send(undefined);
  console.log(waits === future ? 'True' : 'False');
  try {
    coroutine.send(undefined);
  } catch (error) {
    if (!(error instanceof RuntimeError)) throw error;
    console.log(error.message);
  }
}

async function futureOf(future: Future) {
  await future;
}

async function main() {
  console.log(await any(new Delay(2, 'two seconds')));
  const again = any(new Delay(1, 'again'));
  console.log(`${await again} ${await again}`);
  const three = await gather(any(new Delay(2, 'a')), any(new Delay(1, 'b')), any(new ByHand(sleep(0, 'c'))));
  console.log(`[${three.map((each) => `'${each}'`).join(', ')}]`);
  try {
    await any(new ByHand(fails(1)));
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    console.log(error.message);
  }
  console.log(await nested(3));
  console.log(await any(new HandedOutTwice()));
  await pending();
  const loop = getRunningLoop();
  const broken = loop.createFuture();
  loop.callLater(1, () => broken.setException(new ValueError('broken')));
  console.log(await any(new Waits(broken)));
  console.log(await any(new Waits(ensureFuture(fails(1)))));
  for (const waiting of [new Delay(9, 'never'), new Waits(loop.createFuture())]) {
    const task = ensureFuture(any(waiting));
    await sleep(1);
    task.cancel();
    try {
      await task;
    } catch (error) {
      if (!(error instanceof CancelledError)) throw error;
      console.log('cancelled');
    }
  }
}

run(main());
