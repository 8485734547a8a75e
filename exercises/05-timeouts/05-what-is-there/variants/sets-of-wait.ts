// Who is done is read off the two sets, in a loop.
import { createTask, gather, run, sleep, wait, type Task } from 'asyncio';

interface Quotes {
  readonly quotes: string[];
  readonly pending: Task<string>[];
}

/** The quotes that are there after `seconds`, in the order of the requests, and the tasks of those that are not. */
export async function firstQuotes(requests: Promise<string>[], seconds: number): Promise<Quotes> {
  const tasks: Task<string>[] = [];
  for (const request of requests) tasks.push(createTask(request));
  if (tasks.length === 0) return { quotes: [], pending: [] };
  const [done] = await wait(tasks, { timeout: seconds });
  const quotes: string[] = [];
  const pending: Task<string>[] = [];
  for (const task of tasks) {
    if (done.has(task)) quotes.push(task.result());
    else pending.push(task);
  }
  return { quotes, pending };
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
