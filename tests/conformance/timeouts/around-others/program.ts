import {
  asyncWith,
  CancelledError,
  currentTask,
  Event,
  ExceptionGroup,
  gather,
  getRunningLoop,
  Lock,
  Queue,
  run,
  sleep,
  TaskGroup,
  timeout,
  TimeoutError,
  ValueError,
  waitFor,
} from 'asyncio';

const bool = (value: boolean) => (value ? 'True' : 'False');

async function child(name: string, seconds: number, crash = false) {
  try {
    await sleep(seconds);
    console.log(`${name} ends`);
  } catch (error) {
    if (error instanceof CancelledError) console.log(`${name} is cancelled`);
    await sleep(0.5);
    if (crash) {
      throw new ValueError(name);
    }
    throw error;
  }
}

async function attempt(name: string, limit: number, body: () => PromiseLike<void>) {
  const loop = getRunningLoop();
  const begin = loop.time();
  try {
    await asyncWith(timeout(limit), async () => {
      await body();
      console.log(`${name}: in time`);
    });
  } catch (error) {
    if (error instanceof TimeoutError) console.log(`${name}: timeout`);
    else if (error instanceof ExceptionGroup) console.log(`${name}: group of ${error.exceptions.length}`);
    else throw error;
  }
  console.log(`${name}: ${loop.time() - begin}, cancelling ${currentTask()!.cancelling()}`);
}

async function group() {
  await asyncWith(new TaskGroup(), async (tg) => {
    tg.createTask(child('first', 1));
    tg.createTask(child('second', 5));
  });
}

async function crashingGroup() {
  await asyncWith(new TaskGroup(), async (tg) => {
    tg.createTask(child('third', 1));
    tg.createTask(child('fourth', 5, true));
  });
}

async function gathered() {
  await gather(child('fifth', 1), child('sixth', 5));
}

async function locked() {
  const lock = new Lock();
  await asyncWith(lock, async () => {
    try {
      await asyncWith(timeout(1), async () => {
        await asyncWith(lock, async () => {
          console.log('never');
        });
      });
    } catch (error) {
      if (!(error instanceof TimeoutError)) throw error;
      console.log(`the lock is held: ${bool(lock.locked())}`);
    }
    await sleep(2);
  });
}

async function queued() {
  const queue = new Queue<string>();
  try {
    await waitFor(queue.get(), 1);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    queue.putNowait('item');
    console.log(`${await queue.get()} ${queue.qsize()}`);
  }
  const event = new Event();
  getRunningLoop().callLater(0.5, () => event.set());
  console.log(`${bool(await waitFor(event.wait(), 1))}`);
}

async function main() {
  for (const limit of [2, 10]) {
    await attempt('group', limit, group);
    await attempt('crashing group', limit, crashingGroup);
    await attempt('gather', limit, gathered);
    await attempt('lock', limit, locked);
    await attempt('queue', limit, queued);
  }
}

run(main());
