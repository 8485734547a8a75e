import { createTask, gather, getRunningLoop, LifoQueue, Queue, QueueEmpty, QueueFull, run, sleep } from 'asyncio';

async function getter(name: string, queue: Queue<string>) {
  const item = await queue.get();
  console.log(`${name} got ${item}`);
}

async function putter(name: string, queue: Queue<unknown>, item: number) {
  await queue.put(item);
  console.log(`${name} put ${item}`);
}

async function main() {
  const letters = new Queue<string>();
  const loop = getRunningLoop();
  // A woken getter finds the item gone, and goes to the end of the line.
  const getters = ['g1', 'g2', 'g3'].map((name) => createTask(getter(name, letters)));
  await sleep(0);
  console.log(`${letters}`);
  letters.putNowait('a');
  console.log(`${letters} stolen ${letters.getNowait()}`);
  await sleep(0);
  for (const item of ['b', 'c', 'd']) {
    letters.putNowait(item);
  }
  console.log(`${letters.qsize()} ${letters.empty() ? 'True' : 'False'} ${letters.full() ? 'True' : 'False'}`);
  await gather(...getters);
  // A woken putter finds the room taken.
  let queue = new Queue<unknown>(2);
  const putters = [1, 2, 3, 4].map((number) => createTask(putter(`p${number}`, queue, number)));
  await sleep(0);
  console.log(`${queue} ${queue.full() ? 'True' : 'False'}`);
  console.log(`${queue.getNowait()}`);
  queue.putNowait('barger');
  await sleep(0);
  console.log(`${queue}`);
  try {
    queue.putNowait('too much');
  } catch (error) {
    if (!(error instanceof QueueFull)) throw error;
    console.log(`full [${error.message}]`);
  }
  loop.callLater(1, () => queue.getNowait());
  loop.callLater(2, () => queue.getNowait());
  loop.callLater(2, () => queue.getNowait());
  await gather(...putters);
  console.log(`${queue}`);
  while (!queue.empty()) {
    console.log(`${queue.getNowait()}`);
  }
  try {
    queue.getNowait();
  } catch (error) {
    if (!(error instanceof QueueEmpty)) throw error;
    console.log(`empty [${error.message}]`);
  }
  // One place: producer and consumer take turns.
  queue = new Queue(1);

  async function produce() {
    for (let number = 0; number < 5; number += 1) {
      await queue.put(number);
      console.log(`put ${number}`);
    }
  }

  async function consume() {
    for (let i = 0; i < 5; i += 1) {
      console.log(`got ${await queue.get()}`);
    }
  }

  await gather(produce(), consume());
  await gather(consume(), produce());
  // Without a limit nothing suspends: the consumer starves until the producer is done.
  queue = new Queue(-1);
  await gather(produce(), consume());
  const newest = new LifoQueue<number>(2.5);
  for (let number = 0; number < 3; number += 1) {
    await newest.put(number);
  }
  console.log(`${newest} ${newest.full() ? 'True' : 'False'} ${newest.maxsize}`);
  for (let i = 0; i < 3; i += 1) {
    console.log(`${await newest.get()}`);
  }
}

run(main());
