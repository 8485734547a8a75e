import { asCompleted, CancelledError, createTask, getRunningLoop, run, sleep, TimeoutError, ValueError } from 'asyncio';

async function job(name: string, seconds: number, error?: Error) {
  await sleep(seconds);
  if (error !== undefined) {
    throw error;
  }
  return name;
}

async function main() {
  const loop = getRunningLoop();
  for (const coroutine of asCompleted([job('a', 3), job('b', 1), job('c', 2)])) {
    console.log(`${await coroutine} at ${loop.time()}`);
  }
  for (const coroutine of asCompleted([job('d', 3), job('e', 1, new ValueError('e')), job('f', 2)])) {
    try {
      console.log(`${await coroutine} at ${loop.time()}`);
    } catch (error) {
      if (error instanceof ValueError) console.log(`error ${error.message} at ${loop.time()}`);
    }
  }
  const waits = [...asCompleted([job('g', 2), job('h', 1)])];
  const second = createTask(waits[1]!);
  const first = createTask(waits[0]!);
  console.log(`${await second} ${await first} at ${loop.time()}`);
  const i = createTask(job('i', 1));
  const j = createTask(job('j', 9));
  for (const coroutine of asCompleted([i, j, i], { timeout: 2 })) {
    try {
      console.log(`${await coroutine} at ${loop.time()}`);
    } catch (error) {
      if (error instanceof TimeoutError) console.log(`no time left at ${loop.time()}`);
    }
  }
  console.log(`j goes on: ${j.done() ? 'True' : 'False'}`);
  for (const coroutine of asCompleted([job('k', 1), job('l', 2)], { timeout: 5 })) {
    console.log(`${await coroutine} at ${loop.time()}`);
  }
  for (const coroutine of asCompleted([])) {
    console.log('never', coroutine);
  }
  j.cancel();
  for (const coroutine of asCompleted([j])) {
    try {
      await coroutine;
    } catch (error) {
      if (error instanceof CancelledError) console.log('j was cancelled');
    }
  }
}

run(main());
