import { asCompleted, createTask, getRunningLoop, run, shield, sleep, timeout, timeoutAt, wait, waitFor } from 'asyncio';

async function job() {
  await sleep(1);
}

async function attempt(name: string, call: () => unknown) {
  try {
    console.log(`${name}: ${(await call()) ?? 'None'}`);
  } catch (error) {
    if (error instanceof Error) console.log(`${name}: ${error.message}`);
  }
}

async function main() {
  const task = createTask(job());
  const coroutine = job();
  await attempt('nothing', () => wait([]));
  await attempt('none', () => wait(undefined as never));
  await attempt('one', () => wait(task as never));
  await attempt('coroutine', () => wait(coroutine as never));
  await attempt('coroutines', () => wait([task, coroutine] as never));
  await attempt('number', () => wait(5 as never));
  await attempt('numbers', () => wait([task, 5] as never, { timeout: 3 }));
  await attempt('return_when', () => wait([task], { returnWhen: 'SOME' as never }));
  await attempt('timeout', () => wait([task], { timeout: '1' as never }));
  await attempt('wait_for number', () => waitFor(5 as never, 1));
  await attempt('wait_for number at once', () => waitFor(5 as never, 0));
  await attempt('wait_for text', () => waitFor(task, 'x' as never));
  await attempt('as_completed one', () => asCompleted(task as never));
  await attempt('as_completed number', () => asCompleted(5 as never));
  await attempt('as_completed numbers', () => asCompleted([5] as never));
  await attempt('shield', () => shield(5 as never));
  await attempt('timeout text', () => timeout('x' as never));
  await attempt('timeout at text', () => timeoutAt('x' as never).aenter());
  await attempt('the rest', () => waitFor(coroutine, 2));
  console.log(`${getRunningLoop().time()} ${task.done() ? 'True' : 'False'}`);
}

run(main());
