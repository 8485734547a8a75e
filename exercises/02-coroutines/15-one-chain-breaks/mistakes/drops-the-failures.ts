// fails: each chain has its outcome, at its place
// says: returned ['123', '123']
import { gather, run, sleep, ValueError } from 'asyncio';

/** Part k of chain n takes n seconds. Part 2 fails in every chain with an even number. Leave it as it is. */
export async function part(k: number, n: number, before: string): Promise<string> {
  await sleep(n);
  if (k === 2 && n % 2 === 0) throw new ValueError(`part 2 of chain ${n}`);
  console.log(`chain ${n}: part ${k}`);
  return `${before}${k}`;
}

/** Three parts, each with the result of the one before it; the first with an empty text. */
async function chain(n: number): Promise<string> {
  const first = await part(1, n, '');
  const second = await part(2, n, first);
  return await part(3, n, second);
}

/** Runs the chains at the same time. For each its result, or `failed: ` and the words of its error. */
export async function runAll(ns: number[]): Promise<string[]> {
  const outcomes = await gather(...ns.map((n) => chain(n)), { returnExceptions: true });
  return outcomes.filter((outcome) => typeof outcome === 'string');
}

async function main(): Promise<void> {
  console.log(await runAll([1, 2, 3]));
}

run(main());
