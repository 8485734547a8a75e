import {
  asyncWith,
  currentTask,
  eagerTaskFactory,
  ExceptionGroup,
  getRunningLoop,
  run,
  sleep,
  TaskGroup,
  ValueError,
} from 'asyncio';

const bool = (value: boolean) => (value ? 'True' : 'False');
const now = () => `${getRunningLoop().time()}`;

async function fail(name: string, turns = 0) {
  for (let turn = 0; turn < turns; turn += 1) await sleep(0);
  console.log(`${now()} ${name} fails`);
  throw new ValueError(name);
}

async function work(name: string, seconds = 0) {
  if (seconds > 0) await sleep(seconds);
  console.log(`${now()} ${name} is done`);
  return name;
}

async function failsAtOnce() {
  await asyncWith(new TaskGroup(), async (group) => {
    const task = group.createTask(fail('at once'));
    console.log(`${bool(task.done())} ${currentTask()!.cancelling()} ${group}`);
    const other = group.createTask(work('begun', 5));
    console.log(`${bool(other.done())} ${group}`);
    try {
      await sleep(9);
    } finally {
      console.log(`${now()} body ${currentTask()!.cancelling()} ${group}`);
    }
  });
}

async function twoFail() {
  await asyncWith(new TaskGroup(), async (group) => {
    group.createTask(fail('one'));
    group.createTask(fail('two'));
    group.createTask(fail('three', 2));
  });
}

async function allWell() {
  const tasks = await asyncWith(new TaskGroup(), async (group) => {
    const tasks = [...'abc'].map((name) => group.createTask(work(name)));
    console.log(`${group}`);
    return tasks;
  });
  console.log(tasks.map((task) => task.result()));
}

async function crawl(width: number, depth: number): Promise<number> {
  if (depth === 0) return 1;
  const tasks = await asyncWith(new TaskGroup(), async (group) =>
    Array.from({ length: width }, () => group.createTask(crawl(width, depth - 1))),
  );
  return tasks.reduce((sum, task) => sum + task.result(), 0);
}

async function main() {
  getRunningLoop().setTaskFactory(eagerTaskFactory);
  for (const part of [failsAtOnce, twoFail, allWell]) {
    try {
      await part();
    } catch (error) {
      if (!(error instanceof ExceptionGroup)) throw error;
      console.log([now(), error.exceptions, currentTask()!.cancelling()]);
    }
  }
  console.log(await crawl(2, 3));
  await asyncWith(new TaskGroup(), async (group) => {
    group.createTask(work('lazy'), { eagerStart: false });
    console.log('body ends');
  });
}

run(main());
