import { asyncWith, CancelledError, currentTask, getRunningLoop, run, sleep, timeout, TimeoutError } from 'asyncio';
import * as time from 'time';

const bool = (value: boolean) => (value ? 'True' : 'False');

async function nest(outerLimit: number | undefined, innerLimit: number, block = 0) {
  const loop = getRunningLoop();
  const begin = loop.time();
  const outer = timeout(outerLimit);
  const inner = timeout(innerLimit);
  try {
    await asyncWith(outer, async () => {
      try {
        await asyncWith(inner, async () => {
          try {
            if (block) {
              time.sleep(block);
            }
            await sleep(10);
          } catch (error) {
            if (error instanceof CancelledError) console.log('innermost: cancelled');
            throw error;
          }
        });
      } catch (error) {
        if (error instanceof TimeoutError) {
          console.log('between: timeout');
        } else {
          if (error instanceof CancelledError) console.log('between: cancelled');
          throw error;
        }
      }
      console.log('after the inner block');
      await sleep(1);
      console.log('after the sleep');
    });
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    console.log('outside: timeout');
  }
  console.log(
    `${loop.time() - begin}: outer ${bool(outer.expired())}, inner ${bool(inner.expired())}, ${currentTask()!.cancelling()}`,
  );
}

async function main() {
  await nest(5, 1);
  await nest(1, 5);
  await nest(1, 1);
  await nest(1.5, 1);
  await nest(2, 1, 3);
  await nest(1, 2, 3);
  await nest(undefined, 1);
  await nest(0, 0);
}

run(main());
