// Every part a task; the user's task is awaited by both that need it.
import { createTask, run, sleep, type Task } from 'asyncio';

/** Seconds that each part takes, and what it needs. */
const TAKES: Readonly<Record<string, number>> = { user: 1, orders: 2, friends: 2, weather: 2 };

/** Fetches one part. Leave it as it is. */
export async function fetchPart(name: string, needed = ''): Promise<string> {
  console.log(`asks for ${name}`);
  await sleep(TAKES[name] ?? 0);
  return needed === '' ? name : `${name} of ${needed}`;
}

/** The page of a user: orders and friends of the user, and the weather. */
export async function makePage(): Promise<string[]> {
  const user = createTask(fetchPart('user'));
  const weather = createTask(fetchPart('weather'));
  const after = async (name: string, needed: Task<string>): Promise<string> => await fetchPart(name, await needed);
  const orders = createTask(after('orders', user));
  const friends = createTask(after('friends', user));
  return [await orders, await friends, await weather];
}

async function main(): Promise<void> {
  console.log(await makePage());
}

run(main());
