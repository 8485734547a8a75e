// fails: a chain prints what its parts and both together took
// fails: the total is what has passed by the clock
// says: since that clock began
import { gather, run, sleep } from 'asyncio';
import * as time from 'time';

type Part = () => PromiseLike<void>;
type Chain = [name: string, first: Part, second: Part];

export async function chain(name: string, first: Part, second: Part): Promise<void> {
  await first();
  const middle = time.perfCounter();
  await second();
  const end = time.perfCounter();
  console.log(`chain ${name}: ${middle.toFixed(2)} + ${(end - middle).toFixed(2)} = ${end.toFixed(2)} s`);
}

export async function report(chains: Chain[]): Promise<void> {
  await gather(...chains.map(([name, first, second]) => chain(name, first, second)));
  console.log(`total: ${time.perfCounter().toFixed(2)} s`);
}

run(
  report([
    ['1', () => sleep(4), () => sleep(7)],
    ['2', () => sleep(4), () => sleep(4)],
    ['3', () => sleep(0), () => sleep(4)],
  ]),
);
