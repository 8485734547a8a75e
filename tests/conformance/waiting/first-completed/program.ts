import { createTask, FIRST_COMPLETED, getRunningLoop, run, sleep, ValueError, wait } from 'asyncio';

async function turns(name: string, count: number) {
  for (let i = 0; i < count; i += 1) {
    await sleep(0);
  }
  console.log(`${name} ends`);
  return name;
}

async function main() {
  const loop = getRunningLoop();
  const one = createTask(turns('one', 2), { name: 'one' });
  const two = createTask(turns('two', 2), { name: 'two' });
  const three = createTask(turns('three', 3), { name: 'three' });
  const four = createTask(turns('four', 4), { name: 'four' });
  const five = createTask(turns('five', 5), { name: 'five' });
  let todo = [one, two, three, four, five];
  while (todo.length > 0) {
    const [done, pending] = await wait(todo, { returnWhen: FIRST_COMPLETED });
    console.log(
      `done ${done.size}: ` +
        todo
          .filter((task) => done.has(task))
          .map((task) => task.getName())
          .join(' '),
    );
    todo = todo.filter((task) => pending.has(task));
  }
  const future = loop.createFuture<number>();
  const late = loop.createFuture<number>();
  loop.callLater(1, () => future.setResult(1));
  loop.callLater(1, () => late.setResult(2));
  let [done, pending] = await wait([late, future], { timeout: 1, returnWhen: FIRST_COMPLETED });
  console.log(`at ${loop.time()}: ${done.size} done, ${pending.size} pending`);
  const failing = loop.createFuture<number>();
  failing.setException(new ValueError('seen by nobody'));
  [done, pending] = await wait([failing], { returnWhen: FIRST_COMPLETED });
  console.log(`${done.has(failing) ? 'True' : 'False'}`);
  console.log(`ValueError('${(failing.exception() as Error).message}')`);
}

run(main());
