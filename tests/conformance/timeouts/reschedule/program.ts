import { asyncWith, currentTask, getRunningLoop, run, RuntimeError, sleep, timeout, timeoutAt, TimeoutError } from 'asyncio';
import type { Coroutine } from 'asyncio';

function tell(error: unknown) {
  if (error instanceof RuntimeError) console.log(error.message);
  else if (error instanceof TimeoutError) console.log(`timeout at ${getRunningLoop().time()}`);
  else throw error;
}

async function main() {
  const loop = getRunningLoop();
  const deadline = timeout(1);
  try {
    deadline.reschedule(5);
  } catch (error) {
    tell(error);
  }
  await asyncWith(deadline, async () => {
    deadline.reschedule(3);
    await sleep(2);
    console.log(`still here at ${loop.time()}, ${deadline.expired() ? 'True' : 'False'}`);
    deadline.reschedule(undefined);
    await sleep(3);
    console.log(`no limit at ${loop.time()}`);
  });
  try {
    deadline.reschedule(9);
  } catch (error) {
    tell(error);
  }
  try {
    await asyncWith(deadline, async () => {
      console.log('never');
    });
  } catch (error) {
    tell(error);
  }
  try {
    await asyncWith(timeout(undefined), async (late) => {
      late.reschedule(loop.time() + 1);
      await sleep(9);
    });
  } catch (error) {
    tell(error);
  }
  try {
    await asyncWith(timeoutAt(loop.time() + 2), async (past) => {
      past.reschedule(loop.time() - 1);
      console.log('not yet');
      await sleep(9);
    });
  } catch (error) {
    tell(error);
  }
  try {
    await asyncWith(timeoutAt(loop.time() - 5), async () => {
      await sleep(9);
    });
  } catch (error) {
    tell(error);
  }
  try {
    await asyncWith(timeout(1), async (expiring) => {
      try {
        await sleep(9);
      } finally {
        console.log(`expiring: ${expiring.expired() ? 'True' : 'False'}`);
        expiring.reschedule(100);
      }
    });
  } catch (error) {
    tell(error);
  }
  console.log(`${currentTask()!.cancelling()}`);

  async function inACallback() {
    try {
      await timeout(1).aenter();
    } catch (error) {
      tell(error);
    }
  }

  const coroutine = inACallback() as unknown as Coroutine<void>;

  function callback() {
    if (coroutine.send(undefined).done) {
      console.log('ran outside of a task');
    }
  }

  loop.callSoon(callback);
  await sleep(0);
}

run(main());
