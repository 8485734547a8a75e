import { CancelledError, createTask, getRunningLoop, run, sleep, ValueError, wait } from 'asyncio';
import type { Task } from 'asyncio';

async function job(name: string, seconds: number, error?: Error) {
  await sleep(seconds);
  if (error !== undefined) {
    throw error;
  }
  return name;
}

function names(tasks: Set<Task<unknown>>) {
  return [...tasks]
    .map((task) => task.getName())
    .sort()
    .join(' ');
}

async function main() {
  const loop = getRunningLoop();
  const a = createTask(job('a', 1), { name: 'a' });
  const b = createTask(job('b', 2, new ValueError('b')), { name: 'b' });
  const c = createTask(job('c', 3), { name: 'c' });
  let [done, pending] = await wait([a, b, c], { timeout: 1 });
  console.log(`${loop.time()}: ${names(done)} | ${names(pending)}`);
  [done, pending] = await wait([a, b, b, c, a]);
  console.log(`${loop.time()}: ${names(done)} | ${names(pending)}`);
  [done, pending] = await wait(new Set([a, c]), { timeout: 5 });
  console.log(`all done before: ${names(done)} | ${names(pending)}`);
  const d = createTask(job('d', 5), { name: 'd' });
  [done, pending] = await wait([d], { timeout: 0 });
  console.log(`no time: ${names(done)} | ${names(pending)}`);
  [done, pending] = await wait([d].values(), { timeout: -1 });
  console.log(`less than none: ${names(done)} | ${names(pending)}`);
  const waiter = createTask(wait([d], { timeout: 2 }), { name: 'waiter' });
  await sleep(1);
  waiter.cancel('enough');
  try {
    await waiter;
  } catch (error) {
    if (error instanceof CancelledError) console.log(`waiter cancelled: ('${error.args[0]}',)`);
  }
  console.log(`d goes on: ${d.done() ? 'True' : 'False'}`);
  d.cancel();
  [done, pending] = await wait([d]);
  console.log(`d cancelled: ${d.cancelled() ? 'True' : 'False'} ${names(done)}`);
}

run(main());
