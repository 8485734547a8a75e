import { CancelledError, createTask, currentTask, getRunningLoop, run, sleep, TimeoutError, ValueError, waitFor } from 'asyncio';
import type { Awaitable } from 'asyncio';

async function job(seconds: number, value?: string) {
  await sleep(seconds);
  return value;
}

async function stubborn() {
  try {
    await sleep(10);
  } catch (error) {
    console.log('stubborn: not now');
    await sleep(2);
  }
  return 'late';
}

async function clumsy() {
  try {
    await sleep(10);
  } finally {
    await sleep(1);
    throw new ValueError('dropped it');
  }
}

async function tidy() {
  try {
    await sleep(10);
  } finally {
    await sleep(3);
    console.log('tidied up');
  }
}

async function attempt(awaitable: Awaitable<unknown>, timeout: number | undefined) {
  const loop = getRunningLoop();
  const begin = loop.time();
  try {
    const value = await waitFor(awaitable, timeout);
    console.log(`${value} after ${loop.time() - begin}`);
  } catch (error) {
    if (error instanceof TimeoutError) {
      console.log(`timeout after ${loop.time() - begin}, cancelling ${currentTask()!.cancelling()}`);
    } else if (error instanceof ValueError) {
      console.log(`${error.message} after ${loop.time() - begin}`);
    } else throw error;
  }
}

async function main() {
  const loop = getRunningLoop();
  await attempt(job(1, 'in time'), 2);
  await attempt(job(3), 2);
  await attempt(createTask(job(1, 'task')), 2);
  await attempt(createTask(job(3)), 2);
  await attempt(job(1, 'no limit'), undefined);
  await attempt(job(1), 0);
  await attempt(createTask(job(1)), -1);
  const finished = createTask(job(0, 'done before'));
  await finished;
  await attempt(finished, 0);
  await attempt(stubborn(), 1);
  await attempt(clumsy(), 1);
  await attempt(tidy(), 1);
  await attempt(createTask(stubborn()), 1);
  const future = loop.createFuture();
  await attempt(future, 1);
  console.log(`future cancelled: ${future.cancelled() ? 'True' : 'False'}`);
  const inner = createTask(job(10));
  const outer = createTask(waitFor(inner, 5));
  await sleep(1);
  outer.cancel('outside');
  try {
    await outer;
  } catch (error) {
    if (error instanceof CancelledError) console.log(`('${error.args[0]}',) ${inner.cancelled() ? 'True' : 'False'}`);
  }
  const started = createTask(stubborn());
  await sleep(0);
  await attempt(started, 0);
}

run(main());
