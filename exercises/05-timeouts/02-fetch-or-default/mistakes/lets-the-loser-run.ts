// fails: a request that is too late does not go on
// fails: a cancellation from outside goes through
// says: the request went on: it answered at 4 s
// says: the request was not cancelled with it
import { createTask, FIRST_COMPLETED, run, sleep, wait } from 'asyncio';

/** What `request` gives, or `otherwise` when it has not come after `seconds`. */
export async function fetchOrDefault<T>(request: Promise<T>, seconds: number, otherwise: T): Promise<T> {
  const answer = createTask(request);
  const clock = createTask(sleep(seconds));
  const [done] = await wait([answer, clock], { returnWhen: FIRST_COMPLETED });
  return done.has(answer) ? await answer : otherwise;
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
