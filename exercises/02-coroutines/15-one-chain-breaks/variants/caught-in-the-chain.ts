// The chain itself never fails: it knows how to say so.
import { gather, run, sleep, ValueError } from 'asyncio';

/** Part k of chain n takes n seconds. Part 2 fails in every chain with an even number. Leave it as it is. */
export async function part(k: number, n: number, before: string): Promise<string> {
  await sleep(n);
  if (k === 2 && n % 2 === 0) throw new ValueError(`part 2 of chain ${n}`);
  console.log(`chain ${n}: part ${k}`);
  return `${before}${k}`;
}

async function chain(n: number): Promise<string> {
  try {
    let result = '';
    for (let k = 1; k <= 3; k += 1) result = await part(k, n, result);
    return result;
  } catch (error) {
    return 'failed: ' + (error as Error).message;
  }
}

/** Runs the chains at the same time. For each its result, or `failed: ` and the words of its error. */
export async function runAll(ns: number[]): Promise<string[]> {
  return await gather(...ns.map(chain));
}

async function main(): Promise<void> {
  console.log(await runAll([1, 2, 3]));
}

run(main());
