import { createTask, gather, getRunningLoop, run, RuntimeError, sleep, StopIteration, ValueError } from 'asyncio';
import type { Future } from 'asyncio';

const bool = (value: boolean) => (value ? 'True' : 'False');

function raised(action: () => unknown) {
  try {
    const value = action() ?? 'None';
    if (value instanceof Error) return `${value.name}(${value.message === '' ? '' : `'${value.message}'`})`;
    return `${value}`;
  } catch (error) {
    const { name, message } = error as Error;
    return `${name}: ${message}`;
  }
}

async function waitForIt(future: Future, word: string) {
  try {
    console.log(`${word} got ${await future}`);
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    console.log(`${word} got error ${error.message}`);
  }
}

async function main() {
  const loop = getRunningLoop();
  const future = loop.createFuture();
  console.log(raised(() => future.result()));
  console.log(raised(() => future.exception()));

  function first() {
    console.log('first');
  }

  function second(given: Future) {
    console.log('second');
    given.addDoneCallback(third);
  }

  function third() {
    console.log('third');
  }

  function broken() {
    throw new RuntimeError('broken callback');
  }

  for (const callback of [first, broken, second, first, third]) future.addDoneCallback(callback);
  console.log(`${future.removeDoneCallback(first)} ${future.removeDoneCallback(first)}`);
  const waiters = ['a', 'b'].map((word) => createTask(waitForIt(future, word)));
  await sleep(0);
  future.setResult(5);
  console.log(raised(() => future.setResult(6)));
  console.log(raised(() => future.setException(new ValueError('late'))));
  console.log(`${bool(future.cancel())} ${bool(future.done())} ${bool(future.cancelled())}`);
  await gather(...waiters);
  console.log(`${await future} ${await future}`);

  const failing = loop.createFuture();
  failing.setException(new ValueError('bad'));
  await waitForIt(failing, 'c');
  console.log(raised(() => failing.result()));
  console.log(raised(() => failing.exception()));
  const stop = loop.createFuture();
  console.log(raised(() => stop.setException(new StopIteration())));
  console.log(raised(() => stop.result()));
  const byClass = loop.createFuture();
  byClass.setException(ValueError);
  console.log(raised(() => byClass.exception()));

  const gone = loop.createFuture();
  console.log(`${bool(gone.cancel('away'))} ${bool(gone.cancel('again'))}`);
  console.log(raised(() => gone.result()));
  console.log(raised(() => gone.exception()));
  console.log(raised(() => gone.setResult(1)));
  const lost = loop.createFuture();
  lost.setException(new ValueError('nobody looks'));
}

run(main());
