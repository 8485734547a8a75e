import { gather, run, sleep } from 'asyncio';
import * as random from 'random';
import * as time from 'time';

async function part1(n: number) {
  const i = random.randint(0, 10);
  console.log(`part1(${n}) sleeping for ${i} seconds.`);
  await sleep(i);
  const result = `result${n}-1`;
  console.log(`Returning part1(${n}) == ${result}.`);
  return result;
}

async function part2(n: number, arg: string) {
  const i = random.randint(0, 10);
  console.log(`part2(${n}, '${arg}') sleeping for ${i} seconds.`);
  await sleep(i);
  const result = `result${n}-2 derived from ${arg}`;
  console.log(`Returning part2(${n}, '${arg}') == ${result}.`);
  return result;
}

async function chain(n: number) {
  const start = time.perfCounter();
  const p1 = await part1(n);
  const p2 = await part2(n, p1);
  const end = time.perfCounter() - start;
  console.log(`-->Chained result${n} => ${p2} (took ${end.toFixed(2)} seconds).`);
}

async function main(...args: number[]) {
  await gather(...args.map((n) => chain(n)));
}

random.seed(444);
const args = [1, 2, 3];
const start = time.perfCounter();
run(main(...args));
const end = time.perfCounter() - start;
console.log(`Program finished in ${end.toFixed(2)} seconds.`);
