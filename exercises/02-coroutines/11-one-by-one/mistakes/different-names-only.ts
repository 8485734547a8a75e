// fails: the visits come one after the other, in the order of the list
// fails: visitAll ends when the last visit has ended
// says: Of 4 visits 3 began
import { run, sleep } from 'asyncio';

/** Knocks, stays for a second, and leaves. Leave it as it is. */
export async function visit(name: string): Promise<void> {
  console.log(`${name}: knock`);
  await sleep(1);
  console.log(`${name}: goodbye`);
}

/** Visits one after the other, in the order of the list. */
export async function visitAll(names: string[]): Promise<void> {
  for (const name of new Set(names)) {
    await visit(name);
  }
}

async function main(): Promise<void> {
  await visitAll(['Ada', 'Ben', 'Cleo']);
  console.log('home again');
}

run(main());
