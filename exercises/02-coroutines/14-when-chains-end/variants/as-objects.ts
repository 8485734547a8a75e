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

const prediction = { ends: { C: 6, B: 7, A: 5 }, total: 7 };
export const { ends, total } = prediction;
