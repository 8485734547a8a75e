import { asyncWith, ExceptionGroup, getRunningLoop, run, RuntimeError, sleep, TaskGroup, ValueError } from 'asyncio';

const now = () => `${getRunningLoop().time()}`;

async function step(name: string, seconds: number) {
  await sleep(seconds);
  console.log(`${now()} ${name}`);
  return name;
}

async function spawns(group: TaskGroup, depth: number) {
  await sleep(1);
  console.log(`${now()} ${depth} ${group}`);
  if (depth > 0) group.createTask(spawns(group, depth - 1));
}

async function tooLate(group: TaskGroup, name: string) {
  try {
    await sleep(9);
  } finally {
    const coroutine = step('never', 0);
    try {
      group.createTask(coroutine);
    } catch (error) {
      if (!(error instanceof RuntimeError)) throw error;
      console.log(`${now()} ${name}: ${error.message}`);
    }
  }
}

async function fail() {
  await sleep(1);
  throw new ValueError('fail');
}

async function main() {
  const group = new TaskGroup();
  try {
    group.createTask(step('never', 0));
  } catch (error) {
    if (!(error instanceof RuntimeError)) throw error;
    console.log(`${now()} ${error.message}`);
  }
  await asyncWith(group, async () => {
    group.createTask(spawns(group, 3));
    try {
      await asyncWith(group, async () => {
        console.log('this is never printed');
      });
    } catch (error) {
      if (!(error instanceof RuntimeError)) throw error;
      console.log(`${now()} ${error.message}`);
    }
    group.createTask(step('after the body', 2), { name: 'named' });
  });
  for (let again = 0; again < 2; again += 1) {
    try {
      group.createTask(step('never', 0));
    } catch (error) {
      if (!(error instanceof RuntimeError)) throw error;
      console.log(`${now()} ${error.message}`);
    }
  }
  try {
    await asyncWith(group, async () => {
      console.log('this is never printed');
    });
  } catch (error) {
    if (!(error instanceof RuntimeError)) throw error;
    console.log(`${now()} ${error.message}`);
  }
  try {
    await asyncWith(new TaskGroup(), async (failing) => {
      failing.createTask(tooLate(failing, 'one'));
      failing.createTask(tooLate(failing, 'two'));
      failing.createTask(fail());
    });
  } catch (error) {
    if (!(error instanceof ExceptionGroup)) throw error;
    console.log(`${now()} ${String(error.subgroup(ValueError)).replace(`${error.name}: `, '')}`);
  }
  await asyncWith(new TaskGroup(), async (refuses) => {
    try {
      refuses.createTask(5 as never);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      console.log(`${now()} ${error.message}`);
    }
    const done = refuses.createTask(step('one', 0));
    await done;
    await sleep(0);
    console.log(`${now()} ${refuses}`);
  });
  const before = now();
  await asyncWith(new TaskGroup(), async () => {});
  console.log(`${before} ${now()}`);
  getRunningLoop().callSoon(function print(text: string) {
    console.log(text);
  }, 'the loop goes round');
  await asyncWith(new TaskGroup(), async () => {
    console.log('an empty group does not wait');
  });
  await sleep(0);
}

run(main());
