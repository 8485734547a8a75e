// fails: a chain prints what its parts and both together took
// fails: chains that run at the same time measure each for itself
// says: counted from the start of the chain
import { gather, run, sleep } from 'asyncio';
import * as time from 'time';

type Part = () => PromiseLike<void>;
type Chain = [name: string, first: Part, second: Part];

export async function chain(name: string, first: Part, second: Part): Promise<void> {
  const start = time.perfCounter();
  await first();
  const one = time.perfCounter() - start;
  await second();
  const two = time.perfCounter() - start;
  console.log(`chain ${name}: ${one.toFixed(2)} + ${two.toFixed(2)} = ${two.toFixed(2)} s`);
}

export async function report(chains: Chain[]): Promise<void> {
  const start = time.perfCounter();
  await gather(...chains.map(([name, first, second]) => chain(name, first, second)));
  console.log(`total: ${(time.perfCounter() - start).toFixed(2)} s`);
}

run(
  report([
    ['1', () => sleep(4), () => sleep(7)],
    ['2', () => sleep(4), () => sleep(4)],
    ['3', () => sleep(0), () => sleep(4)],
  ]),
);
