// fails: the quotes stand in the order of the requests
// fails: what is pending goes on, and gives its quote later
// fails: when all are there, nobody waits for the limit
// says: At 2 s the requests that were not done were cancelled
import { createTask, gather, run, sleep, TimeoutError, wait, type Task } from 'asyncio';

interface Quotes {
  readonly quotes: string[];
  readonly pending: Task<string>[];
}

/** The quotes that are there after `seconds`, in the order of the requests, and the tasks of those that are not. */
export async function firstQuotes(requests: Promise<string>[], seconds: number): Promise<Quotes> {
  const tasks = requests.map((request) => createTask(request));
  try {
    const [done] = await wait(tasks, { timeout: seconds });
    return { quotes: [...done].map((task) => task.result()), pending: [] };
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    return { quotes: [], pending: tasks };
  }
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
