import {
  asyncWith,
  CancelledError,
  createTask,
  currentTask,
  ExceptionGroup,
  getRunningLoop,
  run,
  RuntimeError,
  sleep,
  TaskGroup,
  timeout,
  TimeoutError,
  ValueError,
} from 'asyncio';
import type { Task } from 'asyncio';

const bool = (value: boolean) => (value ? 'True' : 'False');
const now = () => `${getRunningLoop().time()}`;

function show(error: Error): string {
  if (error instanceof ExceptionGroup) return `${error.name}(${error.message}: ${error.exceptions.map(show).join(', ')})`;
  return `${error.name}(${error.message})`;
}

async function work(name: string, cleanup = 0, error?: Error) {
  try {
    await sleep(9);
  } finally {
    if (cleanup > 0) await sleep(cleanup);
    console.log(`${now()} ${name} ends`);
    if (error !== undefined) throw error;
  }
}

async function quiet(waitsInBody: boolean) {
  await asyncWith(new TaskGroup(), async (group) => {
    group.createTask(work('one'));
    group.createTask(work('two', 1));
    if (waitsInBody) await sleep(9);
  });
}

async function failing() {
  try {
    await asyncWith(new TaskGroup(), async (group) => {
      group.createTask(work('bad', 0, new ValueError('in cleanup')));
      group.createTask(work('slow', 1));
    });
  } catch (error) {
    if (!(error instanceof ExceptionGroup)) throw error;
    const [match, rest] = error.split(ValueError);
    if (match !== undefined) console.log(`${now()} ${show(match)} ${currentTask()!.cancelling()}`);
    if (rest !== undefined) throw rest;
  }
  console.log(`${now()} goes on`);
  await sleep(1);
  console.log('this is never printed');
}

async function withTimeout() {
  try {
    await asyncWith(timeout(1), async () => {
      await asyncWith(new TaskGroup(), async (group) => {
        group.createTask(work('timed', 0.5));
        await sleep(9);
      });
    });
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    console.log(`${now()} timed out ${currentTask()!.cancelling()}`);
  }
  await asyncWith(new TaskGroup(), async (group) => {
    try {
      await asyncWith(timeout(1), async () => {
        group.createTask(sleep(3));
        await sleep(9);
      });
    } catch (error) {
      if (!(error instanceof TimeoutError)) throw error;
      console.log(`${now()} timed out inside ${currentTask()!.cancelling()}`);
    }
  });
  console.log(`${now()} the group has waited`);
}

async function twice() {
  await asyncWith(new TaskGroup(), async (group) => {
    group.createTask(work('patient', 3));
  });
}

async function instead() {
  await asyncWith(new TaskGroup(), async (group) => {
    group.createTask(work('sibling'));
    try {
      await sleep(9);
    } catch (error) {
      if (!(error instanceof CancelledError)) throw error;
      throw new RuntimeError('instead');
    }
  });
}

async function ended(task: Task) {
  try {
    await task;
    return 'returned';
  } catch (error) {
    if (error instanceof CancelledError) return `cancelled(${error.message})`;
    if (error instanceof ExceptionGroup) return show(error);
    throw error;
  }
}

async function main() {
  for (const coroutine of [quiet(false), quiet(true), failing(), instead()]) {
    const task = createTask(coroutine);
    await sleep(1);
    task.cancel('outside');
    console.log(`${now()} ${await ended(task)} ${task.cancelling()} ${bool(task.cancelled())}`);
  }
  await withTimeout();
  const task = createTask(twice());
  await sleep(1);
  task.cancel('one');
  await sleep(1);
  task.cancel('two');
  console.log(`${now()} ${await ended(task)} ${task.cancelling()}`);
  const unstarted = createTask(quiet(true));
  unstarted.cancel();
  console.log(`${now()} ${await ended(unstarted)}`);
}

run(main());
