import {
  asyncWith,
  CancelledError,
  createTask,
  currentTask,
  getRunningLoop,
  run,
  sleep,
  timeout,
  TimeoutError,
  wait,
} from 'asyncio';

const bool = (value: boolean) => (value ? 'True' : 'False');

function args(error: CancelledError) {
  return error.args.length === 0 ? '()' : `('${error.args[0]}',)`;
}

async function limited(name: string, seconds: number, limit: number, swallow = false) {
  const task = currentTask()!;
  const deadline = timeout(limit);
  try {
    await asyncWith(deadline, async () => {
      try {
        await sleep(seconds);
      } catch (error) {
        if (!(error instanceof CancelledError) || !swallow) {
          throw error;
        }
        console.log(`${name}: swallowed`);
        await sleep(seconds);
      }
    });
  } catch (error) {
    if (error instanceof TimeoutError) {
      console.log(`${name}: timeout, expired ${bool(deadline.expired())}, cancelling ${task.cancelling()}`);
    } else if (error instanceof CancelledError) {
      console.log(`${name}: cancelled ${args(error)}, expired ${bool(deadline.expired())}, cancelling ${task.cancelling()}`);
      throw error;
    }
  }
}

async function watch(name: string, seconds: number, limit: number, cancelAt: number[], swallow = false) {
  const loop = getRunningLoop();
  const begin = loop.time();
  const task = createTask(limited(name, seconds, limit, swallow));
  await sleep(0);
  for (const moment of cancelAt) {
    loop.callAt(begin + moment, () => task.cancel(`at ${moment}`));
  }
  await wait([task]);
  console.log(`${name}: ends at ${loop.time() - begin}, cancelled ${bool(task.cancelled())}`);
}

async function already(limit: number) {
  const task = currentTask()!;
  task.cancel('before');
  try {
    await asyncWith(timeout(limit), async () => {
      await sleep(1);
    });
  } catch (error) {
    if (error instanceof CancelledError) console.log(`before: ${args(error)} ${task.cancelling()}`);
  }
  try {
    await asyncWith(timeout(limit), async () => {
      await sleep(9);
    });
  } catch (error) {
    if (error instanceof TimeoutError) console.log(`then a timeout, cancelling ${task.cancelling()}`);
  }
}

async function main() {
  await watch('before', 5, 2, [1]);
  await watch('with', 5, 2, [2]);
  await watch('after', 5, 2, [3]);
  await watch('twice', 5, 2, [1, 1]);
  await watch('both, swallowed', 5, 2, [1], true);
  await watch('timeout swallowed', 5, 2, [3], true);
  await watch('timeout swallowed, then twice', 5, 2, [3, 4], true);
  await createTask(already(1));
}

run(main());
