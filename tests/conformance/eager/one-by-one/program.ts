import { allTasks, createTask, getRunningLoop, run, sleep, Task } from 'asyncio';
import type { Future } from 'asyncio';

const bool = (value: boolean) => (value ? 'True' : 'False');
const now = () => `${getRunningLoop().time()}`;

async function log(name: string, turns = 0) {
  console.log(`${now()} ${name} 0`);
  for (let turn = 1; turn <= turns; turn += 1) {
    await sleep(0);
    console.log(`${now()} ${name} ${turn}`);
  }
  return name;
}

async function waits(future: Future<string>) {
  console.log(`${now()} waits`);
  return await future;
}

async function main() {
  const lazy = createTask(log('lazy', 2));
  const eager = createTask(log('eager', 2), { eagerStart: true });
  const done = createTask(log('done'), { eagerStart: true, name: 'at once' });
  console.log(
    `${now()} ${bool(lazy.done())} ${bool(eager.done())} ${bool(done.done())} ${done.getName()} ${done.getCoro() ?? 'None'}`,
  );
  await lazy;
  await eager;
  const byHand = new Task(log('by hand', 1), { loop: getRunningLoop(), eagerStart: true, name: 'hand' });
  console.log(`${byHand.getName()} ${bool(byHand.done())} ${bool(allTasks().has(byHand))}`);
  await byHand;
  let future = getRunningLoop().createFuture<string>();
  let task = createTask(waits(future), { eagerStart: true });
  future.setResult('result');
  console.log(await task);
  future = getRunningLoop().createFuture();
  future.setResult('there already');
  task = createTask(waits(future), { eagerStart: true });
  console.log(`${bool(task.done())} ${task.result()}`);
  task.addDoneCallback((task) => console.log(`${now()} told of ${task.getName()}`));
  console.log('before it is told');
  await sleep(0);
  const lost = createTask(sleep(9, 'lost'), { eagerStart: true, name: 'lost' });
  console.log(`${bool(lost.done())} ${lost.cancelling()}`);
}

run(main());
