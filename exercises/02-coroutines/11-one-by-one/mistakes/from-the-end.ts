// fails: the visits come one after the other, in the order of the list
// says: In the order of the list it would be
import { run, sleep } from 'asyncio';

/** Knocks, stays for a second, and leaves. Leave it as it is. */
export async function visit(name: string): Promise<void> {
  console.log(`${name}: knock`);
  await sleep(1);
  console.log(`${name}: goodbye`);
}

/** Visits one after the other, in the order of the list. */
export async function visitAll(names: string[]): Promise<void> {
  const left = [...names];
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    await visit(name);
  }
}

async function main(): Promise<void> {
  await visitAll(['Ada', 'Ben', 'Cleo']);
  console.log('home again');
}

run(main());
