// A helper that runs a part and gives its seconds; both together are their sum.
import { gather, run, sleep } from 'asyncio';
import * as time from 'time';

type Part = () => PromiseLike<void>;
type Chain = [name: string, first: Part, second: Part];

async function took(part: Part): Promise<number> {
  const start = time.perfCounter();
  await part();
  return time.perfCounter() - start;
}

export async function chain(name: string, first: Part, second: Part): Promise<void> {
  const one = await took(first);
  const two = await took(second);
  console.log(`chain ${name}: ${one.toFixed(2)} + ${two.toFixed(2)} = ${(one + two).toFixed(2)} s`);
}

export async function report(chains: Chain[]): Promise<void> {
  const total = await took(async () => {
    await gather(...chains.map((each) => chain(...each)));
  });
  console.log(`total: ${total.toFixed(2)} s`);
}

run(
  report([
    ['1', () => sleep(4), () => sleep(7)],
    ['2', () => sleep(4), () => sleep(4)],
    ['3', () => sleep(0), () => sleep(4)],
  ]),
);
