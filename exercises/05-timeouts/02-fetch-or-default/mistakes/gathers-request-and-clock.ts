// fails: an answer in time is returned as it is
// fails: after the limit the default is returned
// fails: a request that is too late does not go on
// says: it was returned after 5 s
import { gather, run, sleep } from 'asyncio';

/** What `request` gives, or `otherwise` when it has not come after `seconds`. */
export async function fetchOrDefault<T>(request: Promise<T>, seconds: number, otherwise: T): Promise<T> {
  const [answer] = await gather(request, sleep(seconds));
  return answer ?? otherwise;
}

async function fetchPage(seconds: number): Promise<string> {
  await sleep(seconds);
  return `page after ${seconds} s`;
}

async function main(): Promise<void> {
  console.log(await fetchOrDefault(fetchPage(1), 2, 'no page'));
  console.log(await fetchOrDefault(fetchPage(9), 2, 'no page'));
}

run(main());
