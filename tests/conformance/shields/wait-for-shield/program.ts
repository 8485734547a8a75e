import {
  asyncWith,
  CancelledError,
  createTask,
  currentTask,
  FIRST_COMPLETED,
  getRunningLoop,
  run,
  shield,
  sleep,
  timeout,
  TimeoutError,
  wait,
  waitFor,
} from 'asyncio';

const bool = (value: boolean) => (value ? 'True' : 'False');

async function job(seconds: number, value: string) {
  await sleep(seconds);
  console.log(`job ${value} ends`);
  return value;
}

async function main() {
  const loop = getRunningLoop();
  let task = createTask(job(2, 'a'));
  try {
    await waitFor(shield(task), 1);
  } catch (error) {
    if (error instanceof TimeoutError) console.log(`timeout at ${loop.time()}, task done ${bool(task.done())}`);
  }
  console.log(`${await task} at ${loop.time()}`);
  console.log(await waitFor(shield(task), 0));
  task = createTask(job(2, 'b'));
  try {
    await waitFor(shield(task), 0);
  } catch (error) {
    if (error instanceof TimeoutError) console.log(`timeout at ${loop.time()}, task done ${bool(task.done())}`);
  }
  console.log(await waitFor(shield(task), undefined));
  await asyncWith(timeout(5), async () => {
    task = createTask(job(1, 'c'));
    const [done, pending] = await wait([shield(task), task], { returnWhen: FIRST_COMPLETED });
    console.log(`${done.size} ${pending.size}`);
  });
  task = createTask(job(3, 'd'));
  try {
    await asyncWith(timeout(1), async () => {
      try {
        await shield(task);
      } catch (error) {
        if (error instanceof CancelledError) console.log(`the shield gave way at ${loop.time()}`);
        console.log(await task);
      }
    });
  } catch (error) {
    if (error instanceof TimeoutError) console.log('never');
  }
  console.log(`${loop.time()} ${currentTask()!.cancelling()}`);
}

run(main());
