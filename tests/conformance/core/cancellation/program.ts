import { CancelledError, createTask, currentTask, gather, getRunningLoop, run, sleep, ValueError } from 'asyncio';
import type { Future } from 'asyncio';

const bool = (value: boolean) => (value ? 'True' : 'False');
const now = () => `${getRunningLoop().time()}`;

async function stubborn() {
  try {
    await sleep(5);
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    console.log(`${now()} not me: ${error.message}`);
  }
  await sleep(1);
  return 'stayed';
}

async function slowGoodbye() {
  try {
    await sleep(5);
  } finally {
    console.log(`${now()} goodbye`);
    await sleep(2);
    console.log(`${now()} gone`);
  }
}

async function neverBegun() {
  console.log('this is never printed');
}

async function outer(inner: Future) {
  try {
    return await inner;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    console.log(`${now()} outer is cancelled, inner ${bool(inner.cancelled())}`);
    throw error;
  }
}

async function ownEnd() {
  currentTask()!.cancel('by myself');
  console.log(`${currentTask()!.cancelling()} ${bool(currentTask()!.cancelled())}`);
  await sleep(0);
  console.log('this is never printed');
}

async function tookBack() {
  currentTask()!.cancel();
  currentTask()!.uncancel();
  await sleep(1);
  return 'went on';
}

async function fromAnotherError() {
  try {
    await sleep(5);
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    throw new ValueError('instead');
  }
}

async function ended(task: PromiseLike<unknown>) {
  try {
    return `gave ${await task}`;
  } catch (error) {
    if (error instanceof CancelledError) return `cancelled(${error.message})`;
    if (error instanceof ValueError) return `failed(${error.message})`;
    throw error;
  }
}

async function main() {
  const first = createTask(stubborn(), { name: 'stubborn' });
  const second = createTask(slowGoodbye(), { name: 'goodbye' });
  const third = createTask(neverBegun(), { name: 'never' });
  console.log(`${bool(third.cancel())} ${bool(third.cancel('again'))}`);
  await sleep(1);
  console.log(`${bool(first.cancel('please'))} ${bool(second.cancel())} ${bool(third.cancel())}`);
  await sleep(0.5);
  console.log(`${first.cancelling()} ${second.cancelling()} ${bool(third.cancelled())}`);
  console.log(await ended(first));
  console.log(await ended(second));
  const inner = createTask(sleep(9), { name: 'inner' });
  const around = createTask(outer(inner), { name: 'outer' });
  await sleep(1);
  around.cancel('outside');
  console.log(await ended(around));
  console.log(await ended(inner));
  console.log(await ended(createTask(ownEnd(), { name: 'own' })));
  console.log(await ended(createTask(tookBack(), { name: 'back' })));
  const other = createTask(fromAnotherError(), { name: 'other' });
  await sleep(0);
  other.cancel();
  console.log(await ended(other));
  const group = gather(sleep(5), sleep(6));
  await sleep(1);
  console.log(bool(group.cancel('all')));
  console.log(await ended(group));
  const twice = createTask(slowGoodbye(), { name: 'twice' });
  await sleep(0);
  twice.cancel('one');
  await sleep(1);
  twice.cancel('two');
  console.log(await ended(twice));
}

run(main());
