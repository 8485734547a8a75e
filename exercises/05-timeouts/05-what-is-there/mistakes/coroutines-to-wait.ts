// fails: after the limit the quotes that are there are returned
// fails: the quotes stand in the order of the requests
// fails: what is pending goes on, and gives its quote later
// fails: when all are there, nobody waits for the limit
// fails: a request that failed is an error, and costs no other quote
// says: Passing coroutines is forbidden
import { gather, run, sleep, wait, type Task } from 'asyncio';

interface Quotes {
  readonly quotes: string[];
  readonly pending: Task<string>[];
}

/** The quotes that are there after `seconds`, in the order of the requests, and the tasks of those that are not. */
export async function firstQuotes(requests: Promise<string>[], seconds: number): Promise<Quotes> {
  const [done, pending] = await wait(requests as any[], { timeout: seconds });
  return { quotes: [...done].map((task: any) => task.result()), pending: [...pending] as any[] };
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
