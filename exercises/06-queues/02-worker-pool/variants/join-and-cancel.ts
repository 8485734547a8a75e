// The workers wait for ever, and are cancelled when the queue says that all is done.
import { createTask, gather, Queue, run, sleep } from 'asyncio';

/** What `work` gives for each item, in the order of the items; at most `workers` at the same time. */
export async function runPool<I, O>(items: I[], work: (item: I) => Promise<O>, workers: number): Promise<O[]> {
  const queue = new Queue<[number, I]>();
  items.forEach((item, at) => {
    queue.putNowait([at, item]);
  });
  const results: O[] = [];
  const errors: unknown[] = [];
  const worker = async (): Promise<void> => {
    for (;;) {
      const [at, item] = await queue.get();
      try {
        if (errors.length === 0) results[at] = await work(item);
      } catch (error) {
        errors.push(error);
      } finally {
        queue.taskDone();
      }
    }
  };
  const tasks = Array.from({ length: workers }, () => createTask(worker()));
  await queue.join();
  for (const task of tasks) task.cancel();
  await gather(...tasks, { returnExceptions: true });
  if (errors.length > 0) throw errors[0];
  return results;
}

async function square(n: number): Promise<number> {
  await sleep(1);
  console.log(`squared ${n}`);
  return n * n;
}

async function main(): Promise<void> {
  console.log(await runPool([1, 2, 3, 4, 5, 6, 7], square, 3));
}

run(main());
