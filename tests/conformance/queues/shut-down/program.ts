import { createTask, gather, LifoQueue, PriorityQueue, Queue, QueueShutDown, run, sleep, ValueError } from 'asyncio';

async function attempt(name: string, coroutine: PromiseLike<unknown>) {
  try {
    console.log(`${name}: ${(await coroutine) ?? 'None'}`);
  } catch (error) {
    if (!(error instanceof QueueShutDown)) throw error;
    console.log(`${name}: shut down [${error.message}]`);
  }
}

async function main() {
  // Putters are sent away, getters take what is left.
  const queue = new Queue<unknown>(1);
  queue.putNowait('a');
  const tasks = [0, 1].map((number) => createTask(attempt(`put ${number}`, queue.put(number))));
  let joined = createTask(attempt('join', queue.join()));
  await sleep(0);
  queue.shutdown();
  console.log(`${queue}`);
  await gather(...tasks);
  await attempt('late put', queue.put('b'));
  await attempt('get', queue.get());
  await attempt('late get', queue.get());
  console.log(`${joined.done() ? 'True' : 'False'}`);
  queue.taskDone();
  await joined;
  try {
    queue.putNowait('c');
  } catch (error) {
    if (error instanceof QueueShutDown) console.log('put_nowait: shut down');
  }
  try {
    queue.getNowait();
  } catch (error) {
    if (error instanceof QueueShutDown) console.log('get_nowait: shut down');
  }
  // Getters that wait are sent away.
  const newest = new LifoQueue<unknown>();
  const [get0, get1] = [createTask(attempt('get 0', newest.get())), createTask(attempt('get 1', newest.get()))];
  await sleep(0);
  newest.putNowait('only');
  get1.cancel();
  newest.shutdown();
  console.log(`${newest}`);
  await gather(get0, get1, { returnExceptions: true });
  // Immediately: what is left counts as done, but for what was taken.
  const smallest = new PriorityQueue<number>(3);
  for (const number of [3, 1, 2]) {
    smallest.putNowait(number);
  }
  await attempt('smallest', smallest.get());
  const putting = [0, 1].map((number) => createTask(attempt(`put ${number}`, smallest.put(number))));
  joined = createTask(attempt('join', smallest.join()));
  await sleep(0);
  smallest.shutdown(true);
  console.log(`${smallest}`);
  await gather(...putting);
  console.log(`${joined.done() ? 'True' : 'False'}`);
  smallest.taskDone();
  await joined;
  smallest.shutdown();
  smallest.shutdown(true);
  console.log(`${smallest}`);
  try {
    smallest.taskDone();
  } catch (error) {
    if (error instanceof ValueError) console.log(`${error.message}`);
  }
}

run(main());
