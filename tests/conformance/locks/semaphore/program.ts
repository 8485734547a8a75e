import { asyncWith, BoundedSemaphore, createTask, gather, run, Semaphore, sleep, ValueError } from 'asyncio';

const word = (value: boolean) => (value ? 'True' : 'False');

async function job(name: string, semaphore: Semaphore, seconds: number) {
  await asyncWith(semaphore, async () => {
    console.log(`${name} in`);
    await sleep(seconds);
  });
  console.log(`${name} out`);
}

async function acquire(name: string, semaphore: Semaphore) {
  await semaphore.acquire();
  console.log(`${name} has it`);
}

async function main() {
  let semaphore = new Semaphore(2);
  await gather(...[0, 1, 2, 3, 4].map((number) => job(`j${number}`, semaphore, 1)));
  // Who is woken has it already; a newcomer stands in line although there is one left.
  semaphore = new Semaphore(0);
  const two = [0, 1].map((number) => createTask(acquire(`w${number}`, semaphore)));
  await sleep(0);
  for (let i = 0; i < 3; i += 1) {
    semaphore.release();
  }
  console.log(`${word(semaphore.locked())}`);
  const newcomer = createTask(acquire('newcomer', semaphore));
  console.log(`${word(await semaphore.acquire())} ${word(newcomer.done())}`);
  semaphore.release();
  await gather(newcomer, ...two);
  console.log(`${word(semaphore.locked())}`);
  // Woken and cancelled: it is given back, and goes to the next.
  let waiters = [0, 1, 2, 3].map((number) => createTask(acquire(`c${number}`, semaphore)));
  await sleep(0);
  waiters[1]?.cancel();
  semaphore.release();
  waiters[0]?.cancel();
  await gather(...waiters.slice(0, 3), { returnExceptions: true });
  console.log(`${waiters.slice(0, 3).filter((each) => each.cancelled()).length} ${word(waiters[3]?.done() === true)}`);
  semaphore.release();
  await waiters[3];
  // All who wait are cancelled.
  waiters = [0, 1].map((number) => createTask(acquire(`d${number}`, semaphore)));
  await sleep(0);
  for (const each of waiters) {
    each.cancel();
  }
  semaphore.release();
  console.log(`${word(semaphore.locked())}`);
  await semaphore.acquire();
  await gather(...waiters, { returnExceptions: true });
  // Its bounds.
  const bounded = new BoundedSemaphore(1);
  await asyncWith(bounded, () => {
    console.log(`${word(bounded.locked())}`);
  });
  try {
    bounded.release();
  } catch (error) {
    if (error instanceof ValueError) console.log(`${error.message}`);
  }
  for (const kind of [Semaphore, BoundedSemaphore]) {
    try {
      new kind(-1);
    } catch (error) {
      if (error instanceof ValueError) console.log(`${error.message}`);
    }
  }
  // Again and again, in turn.
  semaphore = new Semaphore();

  async function twice(name: string) {
    for (const turn of [0, 1]) {
      await semaphore.acquire();
      console.log(`${name} ${turn}`);
      await sleep(0.25);
      semaphore.release();
    }
  }

  await gather(twice('a'), twice('b'), twice('c'));
}

run(main());
