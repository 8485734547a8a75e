// fails: a chain prints what its parts and both together took
// fails: chains that run at the same time measure each for itself
// fails: all chains run at the same time
// fails: the total is what has passed by the clock
// says: one after the other
import { gather, run, sleep } from 'asyncio';
import * as time from 'time';

type Part = () => PromiseLike<void>;
type Chain = [name: string, first: Part, second: Part];

export async function chain(name: string, first: Part, second: Part): Promise<void> {
  const start = time.perfCounter();
  const [one, two] = await gather(took(first), took(second));
  const both = time.perfCounter() - start;
  console.log(`chain ${name}: ${one.toFixed(2)} + ${two.toFixed(2)} = ${both.toFixed(2)} s`);
}

async function took(part: Part): Promise<number> {
  const start = time.perfCounter();
  await part();
  return time.perfCounter() - start;
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
