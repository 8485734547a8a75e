import {
  asyncWith,
  CancelledError,
  currentTask,
  ExceptionGroup,
  getRunningLoop,
  run,
  RuntimeError,
  sleep,
  type Task,
  TaskGroup,
  ValueError,
} from 'asyncio';

const bool = (value: boolean) => (value ? 'True' : 'False');
const now = () => `${getRunningLoop().time()}`;

function show(error: Error): string {
  if (error instanceof ExceptionGroup) return `${error.name}(${error.message}: ${error.exceptions.map(show).join(', ')})`;
  return `${error.name}(${error.message})`;
}

async function work(name: string, seconds: number) {
  try {
    await sleep(seconds);
    console.log(`${now()} ${name} is done`);
    return name;
  } catch (error) {
    if (error instanceof CancelledError) console.log(`${now()} ${name} is cancelled`);
    throw error;
  }
}

async function fail(name: string, seconds: number) {
  await sleep(seconds);
  console.log(`${now()} ${name} fails`);
  throw new ValueError(name);
}

async function cleansUp(name: string) {
  try {
    await sleep(9);
  } finally {
    await sleep(1);
    console.log(`${now()} ${name} fails in its cleanup`);
    throw new TypeError(name);
  }
}

async function swallows(name: string) {
  try {
    await sleep(9);
  } catch {
    console.log(`${now()} ${name} swallows`);
  }
  await sleep(0.5);
  return name;
}

async function allWell() {
  const group = new TaskGroup();
  const [one, two] = await asyncWith(group, async () => {
    const one = group.createTask(work('one', 2));
    const two = group.createTask(work('two', 1), { name: 'second' });
    console.log(`${now()} body ${group}`);
    return [one, two] as const;
  });
  console.log(`${now()} ${one.result()} ${two.result()} ${two.getName()} ${group}`);
}

async function oneFails() {
  await asyncWith(new TaskGroup(), async (group) => {
    group.createTask(work('quick', 0.5));
    group.createTask(fail('first', 1));
    group.createTask(work('slow', 5));
    group.createTask(cleansUp('messy'));
    group.createTask(swallows('deaf'));
    try {
      await sleep(9);
    } catch (error) {
      console.log(`${now()} body is cancelled, asked ${currentTask()!.cancelling()} times, ${group}`);
      throw error;
    }
  });
}

async function severalFail() {
  await asyncWith(new TaskGroup(), async (group) => {
    for (const name of 'abc') group.createTask(fail(name, 1));
  });
}

async function bodyFails() {
  await asyncWith(new TaskGroup(), async (group) => {
    group.createTask(work('begun', 5));
    await sleep(0);
    group.createTask(work('not begun', 5));
    throw new RuntimeError('body');
  });
}

async function bodyIsBusy() {
  await asyncWith(new TaskGroup(), async (group) => {
    group.createTask(fail('early', 0));
    for (let turn = 0; turn < 5; turn += 1) {
      console.log(`${now()} turn ${turn} ${currentTask()!.cancelling()}`);
      await sleep(0);
    }
  });
}

async function bodySwallows() {
  await asyncWith(new TaskGroup(), async (group) => {
    group.createTask(fail('ignored', 1));
    try {
      await sleep(9);
    } catch {
      console.log(`${now()} body swallows`);
    }
    await sleep(1);
    console.log(`${now()} body goes on ${currentTask()!.cancelling()}`);
  });
}

async function childIsCancelled() {
  const child = (await asyncWith(new TaskGroup(), async (group) => {
    const child = group.createTask(work('cancelled alone', 5));
    group.createTask(work('other', 2));
    await sleep(1);
    child.cancel();
    return child;
  })) as unknown as Task<unknown>; // TypeScript takes a task for its result
  console.log(`${now()} ${bool(child.cancelled())}`);
}

async function main() {
  const parts = {
    all_well: allWell,
    one_fails: oneFails,
    several_fail: severalFail,
    body_fails: bodyFails,
    body_is_busy: bodyIsBusy,
    body_swallows: bodySwallows,
    child_is_cancelled: childIsCancelled,
  };
  for (const [name, part] of Object.entries(parts)) {
    try {
      await part();
    } catch (error) {
      if (!(error instanceof ExceptionGroup)) throw error;
      console.log(`${now()} ${name} ${show(error)} ${currentTask()!.cancelling()}`);
    }
  }
}

run(main());
