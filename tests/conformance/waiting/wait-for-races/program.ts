import { createTask, getRunningLoop, run, sleep, TimeoutError, wait, waitFor } from 'asyncio';
import type { Awaitable } from 'asyncio';

async function attempt(name: string, awaitable: Awaitable<unknown>, timeout: number) {
  const loop = getRunningLoop();
  try {
    console.log(`${name}: ${await waitFor(awaitable, timeout)} at ${loop.time()}`);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    console.log(`${name}: timeout at ${loop.time()}`);
  }
}

async function main() {
  const loop = getRunningLoop();
  const first = loop.createFuture<string>();
  loop.callLater(1, () => first.setResult('result first'));
  await attempt('result, then timeout', first, 1);
  console.log(`the future kept ${first.result()}`);
  const second = loop.createFuture<string>();
  const soon = createTask(attempt('timeout, then result', second, 1));
  await sleep(0);
  loop.callLater(1, () => second.done() || second.setResult('too late'));
  await soon;
  const third = loop.createFuture<string>();
  loop.callLater(1 - 0.125, () => third.setResult('just in time'));
  await attempt('a little earlier', third, 1);
  await attempt('equal sleeps', sleep(1, 'slept'), 1);
  await attempt('equal sleeps in a task', createTask(sleep(1, 'slept')), 1);
  await attempt('nested', waitFor(sleep(5, 'slept'), 1), 1);
  await attempt('nested, the outer one first', waitFor(sleep(5, 'slept'), 2), 1);
  await attempt('nested, the inner one first', waitFor(sleep(5, 'slept'), 1), 2);
  const waiter = createTask(attempt('cancelled with the timeout', sleep(5), 1));
  await sleep(0);
  loop.callLater(1, () => waiter.cancel('outside'));
  await wait([waiter]);
  console.log(`cancelled: ${waiter.cancelled() ? 'True' : 'False'}, asked ${waiter.cancelling()} times`);
}

run(main());
