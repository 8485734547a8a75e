import {
  asyncWith,
  CancelledError,
  ExceptionGroup,
  gather,
  getRunningLoop,
  run,
  RuntimeError,
  sleep,
  StopIteration,
  TaskGroup,
  toThread,
  ValueError,
} from 'asyncio';
import * as time from 'time';

class KeyError extends Error {}

function fail(seconds: number, error: Error): never {
  time.sleep(seconds);
  throw error;
}

async function main() {
  const loop = getRunningLoop();
  for (const error of [new ValueError('v'), new StopIteration('s'), new RuntimeError('r')]) {
    try {
      await loop.runInExecutor(undefined, fail, 1, error);
    } catch (e) {
      if (!(e instanceof Error)) throw e;
      console.log(`${loop.time()} ${e.name} ${e.message} cause ${e.cause === error ? 'True' : 'False'}`);
    }
  }
  try {
    await toThread(fail, 1, new CancelledError());
  } catch (e) {
    if (e instanceof CancelledError) console.log(`${loop.time()} CancelledError from the thread`);
  }
  const results = await gather(toThread(fail, 2, new KeyError('k')), toThread(time.sleep, 3), { returnExceptions: true });
  console.log(`${loop.time()} ${results[0] instanceof KeyError ? 'KeyError' : '?'} ${results[1] === undefined ? 'None' : '?'}`);
  try {
    await asyncWith(new TaskGroup(), async (group) => {
      group.createTask(toThread(fail, 1, new ValueError('group')));
      group.createTask(toThread(time.sleep, 5));
    });
  } catch (e) {
    if (e instanceof ExceptionGroup) console.log(`${loop.time()} ${(e.exceptions[0] as Error).message}`);
  }
  try {
    loop.runInExecutor(undefined, 5 as never);
    await sleep(0);
    await loop.runInExecutor(undefined, 5 as never);
  } catch (e) {
    if (e instanceof TypeError) console.log(e.message);
  }
}

run(main());
