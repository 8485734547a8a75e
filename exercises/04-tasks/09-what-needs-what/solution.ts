import { createTask, gather, run, sleep } from 'asyncio';

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
  const weather = createTask(fetchPart('weather'));
  const user = await fetchPart('user');
  return await gather(fetchPart('orders', user), fetchPart('friends', user), weather);
}

async function main(): Promise<void> {
  console.log(await makePage());
}

run(main());
