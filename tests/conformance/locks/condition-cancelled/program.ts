import { asyncWith, CancelledError, Condition, createTask, gather, run, sleep, timeout, TimeoutError, waitFor } from 'asyncio';
import type { Task } from 'asyncio';

const word = (value: boolean) => (value ? 'True' : 'False');

async function waiter(name: string, condition: Condition) {
  await asyncWith(condition, async () => {
    try {
      await condition.wait();
      console.log(`${name} told`);
    } catch (error) {
      if (error instanceof CancelledError) {
        const args = error.args.length === 0 ? '()' : `('${error.args[0]}',)`;
        console.log(`${name} cancelled ${args} ${word(condition.locked())}`);
      }
      throw error;
    }
  });
}

async function main() {
  const condition = new Condition();
  // It gets the lock back first, however long that takes, and the last cancellation counts.
  const task = createTask(waiter('slow', condition));
  await sleep(0);
  await asyncWith(condition, async () => {
    task.cancel('one');
    await sleep(1);
    task.cancel('two');
    await sleep(1);
    task.cancel('three');
    await sleep(1);
  });
  await gather(task, { returnExceptions: true });
  console.log(`${task.cancelling()} ${word(condition.locked())}`);
  // Told, then cancelled before it runs: the next one hears of it.
  const [w0, w1, w2] = [
    createTask(waiter('w0', condition)),
    createTask(waiter('w1', condition)),
    createTask(waiter('w2', condition)),
  ];
  await sleep(0);
  await asyncWith(condition, () => {
    condition.notify();
    w0.cancel('why');
  });
  await gather(w0, w1, { returnExceptions: true });
  console.log(`${word(w1.done())} ${word(w2.done())}`);
  // Told, and cancelled while it waits for the lock.
  const more = createTask(waiter('more', condition));
  await sleep(0);
  await asyncWith(condition, async () => {
    condition.notify();
    await sleep(1);
    w2.cancel('again');
    await sleep(1);
  });
  await gather(w2, more, { returnExceptions: true });
  console.log(`${word(w2.cancelled())} ${word(more.cancelled())}`);
  // Cancelled before anybody told it: nobody hears.
  const [x0, x1] = [createTask(waiter('x0', condition)), createTask(waiter('x1', condition))];
  await sleep(0);
  x0.cancel();
  await gather(x0, { returnExceptions: true });
  await sleep(0);
  console.log(`${word(x1.done())}`);
  await gather(x1, { returnExceptions: true });
  // A limit of time.
  const others: Task<void>[] = [];
  await asyncWith(condition, async () => {
    try {
      await asyncWith(timeout(1), async () => {
        await condition.wait();
      });
    } catch (error) {
      if (error instanceof TimeoutError) console.log(`timed out ${word(condition.locked())}`);
    }
    others.push(createTask(waiter('other', condition)));
    try {
      await waitFor(
        condition.waitFor(() => false),
        2,
      );
    } catch (error) {
      if (error instanceof TimeoutError) console.log(`timed out ${word(condition.locked())}`);
    }
  });
  others[0]?.cancel();
  await gather(...others, { returnExceptions: true });
}

run(main());
