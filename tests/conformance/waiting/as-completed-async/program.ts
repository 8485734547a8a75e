import { asCompleted, createTask, getRunningLoop, run, sleep, TimeoutError, ValueError } from 'asyncio';

async function job(name: string, seconds: number, error?: Error) {
  await sleep(seconds);
  if (error !== undefined) {
    throw error;
  }
  return name;
}

async function main() {
  const loop = getRunningLoop();
  const a = createTask(job('a', 2), { name: 'a' });
  const b = createTask(job('b', 1), { name: 'b' });
  const future = loop.createFuture<string>();
  loop.callLater(1.5, () => future.setResult('f'));
  for await (const task of asCompleted([a, b, future])) {
    const same = task === a ? 'a' : task === b ? 'b' : task === future ? 'future' : 'another';
    console.log(`${same}: ${task.result()} at ${loop.time()}`);
  }
  const steps = asCompleted([job('c', 3), job('d', 1), job('e', 2)]);
  for await (const task of steps) {
    console.log(`${await task} ${task.getName()} at ${loop.time()}`);
    break;
  }
  console.log(`${await steps.next().value!} by hand`);
  for await (const task of steps) {
    console.log(`${task.result()} at ${loop.time()}`);
  }
  const slow = createTask(job('slow', 9), { name: 'slow' });
  const failing = createTask(job('failing', 1, new ValueError('no')), { name: 'failing' });
  try {
    for await (const task of asCompleted([slow, failing], { timeout: 3 })) {
      console.log(`${task.getName()} ${(task.exception() as Error).message} at ${loop.time()}`);
    }
  } catch (error) {
    if (error instanceof TimeoutError)
      console.log(`no time left at ${loop.time()}, slow goes on: ${slow.done() ? 'True' : 'False'}`);
  }
}

run(main());
