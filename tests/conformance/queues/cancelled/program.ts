import { CancelledError, createTask, gather, Queue, run, sleep, TimeoutError, waitFor } from 'asyncio';

async function getter(name: string, queue: Queue<unknown>) {
  try {
    const item = await queue.get();
    console.log(`${name} got ${item}`);
  } catch (error) {
    if (error instanceof CancelledError) console.log(`${name} cancelled [${error.message}]`);
    throw error;
  }
}

async function putter(name: string, queue: Queue<unknown>, item: unknown) {
  try {
    await queue.put(item);
    console.log(`${name} put ${item}`);
  } catch (error) {
    if (error instanceof CancelledError) console.log(`${name} cancelled [${error.message}]`);
    throw error;
  }
}

async function main() {
  // Woken, then cancelled: the next one gets the item.
  let queue = new Queue<unknown>();
  const [g0, g1, g2, g3] = [
    createTask(getter('g0', queue)),
    createTask(getter('g1', queue)),
    createTask(getter('g2', queue)),
    createTask(getter('g3', queue)),
  ];
  await sleep(0);
  queue.putNowait('x');
  g0.cancel('first');
  await gather(g0, g1, { returnExceptions: true });
  // Cancelled, then an item: the line skips it.
  g2.cancel();
  queue.putNowait('y');
  console.log(`${queue}`);
  await gather(g2, g3, { returnExceptions: true });
  console.log(`${queue}`);
  // Woken twice over, cancelled once.
  const [h0, h1, h2] = [createTask(getter('g0', queue)), createTask(getter('g1', queue)), createTask(getter('g2', queue))];
  await sleep(0);
  queue.putNowait(1);
  queue.putNowait(2);
  h0.cancel();
  await gather(h0, h1, { returnExceptions: true });
  console.log(`${queue}`);
  await sleep(0);
  console.log(`${queue} ${h2.done() ? 'True' : 'False'}`);
  // The only getter, woken and cancelled: the item stays.
  const one = createTask(getter('one', queue));
  await sleep(0);
  queue.putNowait(3);
  one.cancel();
  await gather(one, { returnExceptions: true });
  console.log(`${queue}`);
  // Putters: woken and cancelled, and the next one goes in.
  queue = new Queue<unknown>(1);
  queue.putNowait('full');
  const [p0, p1, p2, p3] = [
    createTask(putter('p0', queue, 0)),
    createTask(putter('p1', queue, 1)),
    createTask(putter('p2', queue, 2)),
    createTask(putter('p3', queue, 3)),
  ];
  await sleep(0);
  console.log(`${queue}`);
  queue.getNowait();
  p0.cancel();
  await gather(p0, p1, { returnExceptions: true });
  console.log(`${queue}`);
  p2.cancel();
  queue.getNowait();
  await gather(p2, p3, { returnExceptions: true });
  console.log(`${queue}`);
  // Cancelled after waking, while somebody has filled the queue meanwhile.
  const late = createTask(putter('late', queue, 'late'));
  const later = createTask(putter('later', queue, 'later'));
  await sleep(0);
  queue.getNowait();
  queue.putNowait('barger');
  late.cancel();
  await gather(late, { returnExceptions: true });
  console.log(`${queue} ${later.done() ? 'True' : 'False'}`);
  queue.getNowait();
  await later;
  console.log(`${queue}`);
  // A limit of time.
  try {
    await waitFor(queue.put('never'), 1);
  } catch (error) {
    if (error instanceof TimeoutError) console.log(`${queue}`);
  }
  queue.getNowait();
  try {
    await waitFor(queue.get(), 1);
  } catch (error) {
    if (error instanceof TimeoutError) console.log(`${queue}`);
  }
}

run(main());
