// fails: a chain ends with the part that fails
// fails: the chains run at the same time
// says: Part 3 began although part 2 had failed
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
  let result = '';
  let failure = '';
  for (const k of [1, 2, 3]) {
    try {
      result = await part(k, n, result);
    } catch (error) {
      failure = `failed: ${(error as Error).message}`;
    }
  }
  return failure || result;
}

/** Runs the chains at the same time. For each its result, or `failed: ` and the words of its error. */
export async function runAll(ns: number[]): Promise<string[]> {
  return await gather(...ns.map((n) => chain(n)));
}

async function main(): Promise<void> {
  console.log(await runAll([1, 2, 3]));
}

run(main());
