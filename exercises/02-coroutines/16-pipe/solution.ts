import { run, sleep } from 'asyncio';

/** One step of the work: an async function that makes a new value of a value. */
export type Stage = (value: unknown) => Promise<unknown>;

/** An async function that hands its value through all stages, one after the other. */
export function pipe(...stages: Stage[]): Stage {
  return async (value) => {
    let result = value;
    for (const stage of stages) result = await stage(result);
    return result;
  };
}

async function double(value: unknown): Promise<unknown> {
  await sleep(1);
  return Number(value) * 2;
}

async function addOne(value: unknown): Promise<unknown> {
  await sleep(2);
  return Number(value) + 1;
}

async function main(): Promise<void> {
  console.log(await pipe(double, addOne, double)(5));
}

run(main());
