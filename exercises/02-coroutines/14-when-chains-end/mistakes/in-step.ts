// fails: the predicted ends of the chains are those that are measured
// fails: the predicted total is the one that is measured
// says: a chain does not know of the others
// says: gather was done with the last of the three
import { gather, run, sleep } from 'asyncio';

async function part(name: string, k: number, seconds: number): Promise<void> {
  await sleep(seconds);
  console.log(`${name}: part ${k} is done`);
}

async function chain(name: string, first: number, second: number): Promise<void> {
  await part(name, 1, first);
  await part(name, 2, second);
  console.log(`${name} is done`);
}

async function main(): Promise<void> {
  await gather(chain('A', 3, 2), chain('B', 1, 6), chain('C', 4, 2));
}

run(main());

export const ends: Record<string, number> = { A: 6, B: 10, C: 6 };
export const total = 10;
