// A future of its own is set by the last task that ends, or by a timer.
import { createTask, gather, getRunningLoop, run, sleep, type Task } from 'asyncio';

interface Quotes {
  readonly quotes: string[];
  readonly pending: Task<string>[];
}

/** The quotes that are there after `seconds`, in the order of the requests, and the tasks of those that are not. */
export async function firstQuotes(requests: Promise<string>[], seconds: number): Promise<Quotes> {
  const loop = getRunningLoop();
  const tasks = requests.map((request) => createTask(request));
  const over = loop.createFuture<void>();
  let left = tasks.length;
  const finish = (): void => {
    if (!over.done()) over.setResult(undefined);
  };
  for (const task of tasks) {
    task.addDoneCallback(() => {
      left -= 1;
      if (left === 0) finish();
    });
  }
  if (left === 0) finish();
  const timer = loop.callLater(seconds, finish);
  await over;
  timer.cancel();
  const quotes = tasks.flatMap((task) => (task.done() ? [task.result()] : []));
  return { quotes, pending: tasks.filter((task) => !task.done()) };
}

async function quote(shop: string, seconds: number): Promise<string> {
  await sleep(seconds);
  console.log(`${shop} has answered`);
  return `${shop}: ${seconds * 10} €`;
}

async function main(): Promise<void> {
  const { quotes, pending } = await firstQuotes([quote('Abel', 1), quote('Bora', 3), quote('Cato', 1.5)], 2);
  console.log(quotes);
  console.log(await gather(...pending));
}

run(main());
