// The coroutine objects are made first, and run when they are awaited.
import { run, sleep } from 'asyncio';

/** Knocks, stays for a second, and leaves. Leave it as it is. */
export async function visit(name: string): Promise<void> {
  console.log(`${name}: knock`);
  await sleep(1);
  console.log(`${name}: goodbye`);
}

/** Visits one after the other, in the order of the list. */
export async function visitAll(names: string[]): Promise<void> {
  const visits = names.map((name) => visit(name));
  for (const each of visits) await each;
}

async function main(): Promise<void> {
  await visitAll(['Ada', 'Ben', 'Cleo']);
  console.log('home again');
}

run(main());
