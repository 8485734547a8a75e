import { asyncWith, createTask, gather, Lock, run, RuntimeError, sleep, TimeoutError, ValueError, waitFor } from 'asyncio';

async function job(name: string, lock: Lock, seconds = 0) {
  await asyncWith(lock, async () => {
    console.log(`${name} in`);
    await sleep(seconds);
    console.log(`${name} out`);
  });
}

const word = (value: boolean) => (value ? 'True' : 'False');

async function main() {
  const lock = new Lock();
  // First come, first served; nobody overtakes who was woken.
  const jobs = [0, 1, 2, 3].map((number) => createTask(job(`j${number}`, lock, number)));
  await sleep(0);
  console.log(`${word(lock.locked())}`);
  await gather(...jobs);
  await lock.acquire();
  const three = [0, 1, 2].map((number) => createTask(job(`w${number}`, lock)));
  await sleep(0);
  lock.release();
  console.log(`${word(lock.locked())}`);
  await job('newcomer', lock);
  await gather(...three);
  // Woken and cancelled: the next one's turn.
  console.log(`${word(await lock.acquire())}`);
  let waiters = [0, 1, 2, 3].map((number) => createTask(job(`w${number}`, lock)));
  await sleep(0);
  lock.release();
  waiters[0]?.cancel();
  waiters[2]?.cancel();
  await gather(...waiters, { returnExceptions: true });
  // Cancelled while another holds it, and all who wait at once.
  await lock.acquire();
  waiters = [0, 1].map((number) => createTask(job(`w${number}`, lock)));
  await sleep(0);
  for (const each of waiters) {
    each.cancel();
  }
  lock.release();
  console.log(`${word(await lock.acquire())}`);
  await gather(...waiters, { returnExceptions: true });
  // Anybody may release it, once.
  lock.release();
  try {
    lock.release();
  } catch (error) {
    if (error instanceof RuntimeError) console.log(`${error.message}`);
  }
  // Not for the one who has it.
  await asyncWith(lock, async () => {
    try {
      await waitFor(lock.acquire(), 1);
    } catch (error) {
      if (error instanceof TimeoutError) console.log('again: no');
    }
  });
  // It is left by an error too.
  try {
    await asyncWith(lock, async () => {
      throw new ValueError('inside');
    });
  } catch (error) {
    if (error instanceof ValueError) console.log(`${error.message} ${word(lock.locked())}`);
  }
  // Cancelled in the block: released.
  const task = createTask(job('long', lock, 9));
  await sleep(1);
  task.cancel();
  await asyncWith(lock, async () => {
    console.log(`${word(task.cancelled())}`);
  });
}

run(main());
