// Each task is waited for behind a shield, until one moment that is the same for all.
import { createTask, gather, getRunningLoop, run, shield, sleep, waitFor, type Task } from 'asyncio';

interface Quotes {
  readonly quotes: string[];
  readonly pending: Task<string>[];
}

/** The quotes that are there after `seconds`, in the order of the requests, and the tasks of those that are not. */
export async function firstQuotes(requests: Promise<string>[], seconds: number): Promise<Quotes> {
  const loop = getRunningLoop();
  const end = loop.time() + seconds;
  const tasks = requests.map((request) => createTask(request));
  for (const task of tasks) {
    try {
      await waitFor(shield(task), Math.max(0, end - loop.time()));
    } catch {
      // Late, or failed: both are looked at below.
    }
  }
  const quotes: string[] = [];
  for (const task of tasks) if (task.done()) quotes.push(await task);
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
