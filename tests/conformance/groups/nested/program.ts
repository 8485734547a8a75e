import { asyncWith, currentTask, ExceptionGroup, gather, getRunningLoop, run, sleep, TaskGroup, ValueError } from 'asyncio';

const now = () => `${getRunningLoop().time()}`;

function show(error: Error): string {
  if (error instanceof ExceptionGroup) return `${error.name}(${error.message}: ${error.exceptions.map(show).join(', ')})`;
  return `${error.name}(${error.message})`;
}

async function fail(name: string, seconds: number) {
  await sleep(seconds);
  throw new ValueError(name);
}

async function crawl(width: number, depth: number): Promise<number> {
  if (depth === 0) return 1;
  const tasks = await asyncWith(new TaskGroup(), async (group) =>
    Array.from({ length: width }, () => group.createTask(crawl(width, depth - 1))),
  );
  return tasks.reduce((sum, task) => sum + task.result(), 0);
}

async function oneLevel(innerAfter: number, outerAfter: number) {
  await asyncWith(new TaskGroup(), async (outer) => {
    outer.createTask(fail('outer', outerAfter));
    try {
      await asyncWith(new TaskGroup(), async (inner) => {
        inner.createTask(fail('inner', innerAfter));
      });
    } finally {
      console.log(`${now()} inner left ${currentTask()!.cancelling()}`);
    }
  });
}

async function handledInside() {
  await asyncWith(new TaskGroup(), async (outer) => {
    try {
      await asyncWith(new TaskGroup(), async (inner) => {
        inner.createTask(fail('inner', 0));
        outer.createTask(fail('outer', 0));
      });
    } catch (error) {
      if (!(error instanceof ExceptionGroup)) throw error;
      const [match, rest] = error.split(ValueError);
      if (match !== undefined) console.log(`${now()} ${show(match)}`);
      if (rest !== undefined) throw rest;
    }
    console.log(`${now()} ${currentTask()!.cancelling()}`);
  });
}

async function inAChild() {
  await asyncWith(new TaskGroup(), async (outer) => {
    outer.createTask(crawl(2, 2));
    outer.createTask(oneLevel(1, 5));
    try {
      await sleep(9);
    } finally {
      console.log(`${now()} body ${outer}`);
    }
  });
}

async function withGather() {
  await asyncWith(new TaskGroup(), async (group) => {
    group.createTask(fail('late', 1));
    await gather(sleep(3), sleep(5));
  });
}

async function main() {
  console.log(`${now()} ${await crawl(3, 3)}`);
  for (const part of [oneLevel(1, 2), oneLevel(2, 1), oneLevel(1, 1), handledInside(), inAChild(), withGather()]) {
    try {
      await part;
    } catch (error) {
      if (!(error instanceof ExceptionGroup)) throw error;
      console.log(`${now()} ${show(error)} ${currentTask()!.cancelling()}`);
    }
  }
}

run(main());
