import { asyncWith, Condition, createTask, gather, Lock, run, RuntimeError, sleep, ValueError } from 'asyncio';

const word = (value: boolean) => (value ? 'True' : 'False');

async function waiter(name: string, condition: Condition) {
  await asyncWith(condition, async () => {
    console.log(`${name} ${word(await condition.wait())} ${word(condition.locked())}`);
  });
}

async function main() {
  const condition = new Condition();
  const waiters = [0, 1, 2, 3, 4].map((number) => createTask(waiter(`w${number}`, condition)));
  await sleep(0);
  await asyncWith(condition, async () => {
    condition.notify(2);
    console.log('two told');
    await sleep(1);
    console.log('lock given up');
  });
  await sleep(1);
  await asyncWith(condition, () => {
    condition.notify();
  });
  await sleep(1);
  await asyncWith(condition, () => {
    condition.notifyAll();
    condition.notifyAll();
    condition.notify(2048);
  });
  await gather(...waiters);
  // Until something holds.
  const box: number[] = [];

  function three() {
    console.log(`asked with ${box.length}`);
    return box.length >= 3 && 'three';
  }

  async function patient() {
    await asyncWith(condition, async () => {
      console.log(`${await condition.waitFor(three)}`);
    });
  }

  const task = createTask(patient());
  await sleep(0);
  for (const item of [0, 1, 2]) {
    await asyncWith(condition, () => {
      box.push(item);
      condition.notify();
    });
    await sleep(1);
  }
  await task;
  console.log(`${await condition.waitFor(() => 'at once')}`);
  // Without the lock.
  for (const attempt of [condition.wait(), condition.waitFor(() => 0)]) {
    try {
      await attempt;
    } catch (error) {
      if (error instanceof RuntimeError) console.log(`${error.message}`);
    }
  }
  for (const attempt of [() => condition.notify(), () => condition.notifyAll(), () => condition.release()]) {
    try {
      attempt();
    } catch (error) {
      if (error instanceof RuntimeError) console.log(`${error.message}`);
    }
  }
  // Two conditions, one lock.
  const lock = new Lock();
  const [full, empty] = [new Condition(lock), new Condition(lock)];
  const store: number[] = [];

  async function produce() {
    for (const number of [0, 1, 2, 3]) {
      await asyncWith(full, async () => {
        await full.waitFor(() => store.length < 2);
        store.push(number);
        console.log(`made ${number}`);
        empty.notify();
      });
    }
  }

  async function consume() {
    for (let i = 0; i < 4; i += 1) {
      await asyncWith(empty, async () => {
        await empty.waitFor(() => store.length > 0);
        console.log(`used ${store.shift()}`);
        full.notify();
      });
    }
  }

  await gather(consume(), produce());
  // A predicate that fails.
  await asyncWith(condition, async () => {
    try {
      await condition.waitFor(() => {
        throw new ValueError('nothing');
      });
    } catch (error) {
      if (error instanceof ValueError) console.log(`failed ${word(condition.locked())}`);
    }
  });
}

run(main());
