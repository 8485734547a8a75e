import {
  asyncWith,
  Barrier,
  BoundedSemaphore,
  Condition,
  createTask,
  Event,
  gather,
  Lock,
  Queue,
  run,
  RuntimeError,
  Semaphore,
  sleep,
  TypeError,
} from 'asyncio';

class Mine extends Lock {}

function show(value: unknown) {
  console.log(String(value));
}

async function main() {
  const [lock, event, condition, barrier] = [new Lock(), new Event(), new Condition(), new Barrier(2)];
  const [semaphore, bounded, queue, mine] = [new Semaphore(3), new BoundedSemaphore(0), new Queue(1), new Mine()];
  for (const each of [lock, event, condition, barrier, semaphore, bounded, queue, mine]) {
    show(each);
  }
  await lock.acquire();
  await condition.acquire();
  await mine.acquire();
  queue.putNowait('full');
  await queue.get();
  const coroutines = [
    lock.acquire(),
    event.wait(),
    condition.wait(),
    barrier.wait(),
    bounded.acquire(),
    queue.get(),
    mine.acquire(),
  ];
  const tasks = coroutines.map((each) => createTask<unknown>(each));
  await sleep(0);
  for (const each of [lock, event, condition, barrier, semaphore, bounded, queue, mine]) {
    show(each);
  }
  for (const each of tasks) {
    show(each.getCoro());
    each.cancel();
  }
  for (const each of [lock, event, condition, bounded]) {
    show(each);
  }
  await gather(...tasks, { returnExceptions: true });
  await barrier.abort();
  event.set();
  queue.shutdown();
  for (const each of [lock, event, condition, barrier, semaphore, bounded, queue, mine]) {
    show(each);
  }
  for (const each of [lock, event, condition, barrier, semaphore, bounded, queue, mine]) {
    try {
      await each;
    } catch (error) {
      if (error instanceof TypeError) console.log(`${error.message}`);
    }
  }
}

async function again(awaitable: PromiseLike<unknown>) {
  try {
    await awaitable;
    console.log('fine');
  } catch (error) {
    if (!(error instanceof RuntimeError)) throw error;
    console.log(error.message);
  }
}

async function stand(...awaitables: PromiseLike<unknown>[]) {
  const tasks = awaitables.map((each) => createTask(each));
  await sleep(0);
  for (const each of tasks) {
    each.cancel();
  }
  await gather(...tasks, { returnExceptions: true });
}

run(main());
// Bound to the loop of their first blocking use, and to none by a use that does not block.
const [lock, event, semaphore, queue, condition] = [new Lock(), new Event(), new Semaphore(0), new Queue(1), new Condition()];

async function free() {
  await asyncWith(lock, async () => {
    await queue.put(1);
    await queue.get();
  });
}

run(free());
run(free());

async function first() {
  await lock.acquire();
  await condition.acquire();
  await stand(condition.acquire());
  await stand(lock.acquire(), event.wait(), semaphore.acquire(), queue.get(), condition.wait());
}

async function second() {
  await again(lock.acquire());
  await again(event.wait());
  await again(semaphore.acquire());
  await again(queue.get());
  await again(condition.wait());
  await again(condition.acquire());
  await again(queue.put(1));
  await again(queue.put(2));
  show(queue);
}

run(first());
run(second());
