import { asyncWith, currentTask, getRunningLoop, run, sleep, timeout, TimeoutError, ValueError } from 'asyncio';

const bool = (value: boolean) => (value ? 'True' : 'False');

async function attempt(name: string, limit: number | undefined, body: () => PromiseLike<string>) {
  const loop = getRunningLoop();
  const task = currentTask()!;
  const begin = loop.time();
  const deadline = timeout(limit);
  try {
    await asyncWith(deadline, async (entered) => {
      console.log(`${name}: ${bool(entered === deadline)} ${python(entered.when())}`);
      const value = await body();
      console.log(`${name}: ${value}`);
    });
  } catch (error) {
    if (error instanceof TimeoutError) console.log(`${name}: timeout from ${(error.cause as Error).name}`);
    else if (error instanceof ValueError) console.log(`${name}: ${error.message}`);
    else throw error;
  }
  console.log(`${name}: ${loop.time() - begin}, expired ${bool(deadline.expired())}, cancelling ${task.cancelling()}`);
}

function python(when: number | undefined) {
  return when === undefined ? 'None' : Number.isInteger(when) ? when.toFixed(1) : String(when);
}

async function sleepy() {
  await sleep(10);
  return 'slept';
}

async function swallowing() {
  try {
    await sleep(10);
  } catch (error) {
    return 'swallowed';
  }
  return '';
}

async function failing(): Promise<string> {
  try {
    await sleep(10);
  } finally {
    throw new ValueError('failed');
  }
}

async function busy() {
  return 'never waited';
}

async function turns() {
  await sleep(0);
  return 'one turn';
}

async function twoTurns() {
  await sleep(0);
  await sleep(0);
  return 'two turns';
}

async function main() {
  await attempt('expires', 1, sleepy);
  await attempt('in time', 20, sleepy);
  await attempt('no limit', undefined, sleepy);
  await attempt('swallowed', 1, swallowing);
  await attempt('failed', 1, failing);
  await attempt('zero, no wait', 0, busy);
  await attempt('zero, one turn', 0, turns);
  await attempt('zero, two turns', 0, twoTurns);
  await attempt('past', -1, twoTurns);
  await attempt('past, sleeping', -1, sleepy);
}

run(main());
