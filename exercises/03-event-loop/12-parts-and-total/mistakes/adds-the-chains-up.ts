// fails: the total is what has passed by the clock
// says: the chains overlap
import { gather, run, sleep } from 'asyncio';
import * as time from 'time';

type Part = () => PromiseLike<void>;
type Chain = [name: string, first: Part, second: Part];

export async function chain(name: string, first: Part, second: Part): Promise<number> {
  const start = time.perfCounter();
  await first();
  const middle = time.perfCounter();
  await second();
  const end = time.perfCounter();
  const [one, two, both] = [middle - start, end - middle, end - start];
  console.log(`chain ${name}: ${one.toFixed(2)} + ${two.toFixed(2)} = ${both.toFixed(2)} s`);
  return both;
}

export async function report(chains: Chain[]): Promise<void> {
  const all = await gather(...chains.map(([name, first, second]) => chain(name, first, second)));
  const total = all.reduce((sum, each) => sum + each, 0);
  console.log(`total: ${total.toFixed(2)} s`);
}

run(
  report([
    ['1', () => sleep(4), () => sleep(7)],
    ['2', () => sleep(4), () => sleep(4)],
    ['3', () => sleep(0), () => sleep(4)],
  ]),
);
