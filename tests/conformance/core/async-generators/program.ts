import { anext, CancelledError, createTask, gather, getRunningLoop, run, sleep, ValueError } from 'asyncio';

const now = () => `${getRunningLoop().time()}`;

async function* ticks(word: string, count: number) {
  try {
    for (let number = 0; number < count; number += 1) {
      await sleep(1);
      yield number;
    }
    console.log(`${now()} ${word} is through`);
  } finally {
    console.log(`${now()} ${word} cleans up`);
    await sleep(0.5);
    console.log(`${now()} ${word} is clean`);
  }
}

async function reader(word: string, count: number) {
  for await (const number of ticks(word, count)) {
    console.log(`${now()} ${word} ${number}`);
  }
}

async function* echo(): AsyncGenerator<string, void, string | undefined> {
  let got: string | undefined = 'nothing';
  while (true) {
    try {
      got = yield `got ${got}`;
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      got = `error ${error.message}`;
    }
  }
}

async function byHand() {
  const generator = echo();
  console.log((await generator.next(undefined)).value);
  console.log((await generator.next('a')).value);
  console.log((await generator.throw(new ValueError('b'))).value);
  console.log(`${await anext(generator)}`.replace('undefined', 'None'));
  await generator.return();
  const { done } = await generator.next('c'); // In Python: StopAsyncIteration
  if (done) console.log('it has ended');
}

async function firstOnly() {
  const generator = ticks('first only', 5);
  console.log(await anext(generator));
  await generator.return();
  await generator.return();
}

async function cancelled() {
  for await (const number of ticks('cancelled', 9)) {
    console.log(`${now()} cancelled ${number}`);
  }
}

async function* fails() {
  try {
    await sleep(1);
    yield 0;
    throw new ValueError('after the first');
  } finally {
    console.log('fails ends');
  }
}

async function leftOpen(keep: unknown[]) {
  const generator = ticks('left open', 5);
  keep.push(generator);
  console.log(await anext(generator));
}

async function main(keep: unknown[]) {
  await gather(reader('a', 2), reader('b', 3));
  await byHand();
  await firstOnly();
  const task = createTask(cancelled());
  await sleep(1.5);
  task.cancel();
  try {
    await task;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    console.log(`${now()} task is cancelled`);
  }
  try {
    for await (const number of fails()) {
      console.log(number);
    }
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    console.log(error.message);
  }
  await leftOpen(keep);
}

const keep: unknown[] = [];
run(main(keep));
