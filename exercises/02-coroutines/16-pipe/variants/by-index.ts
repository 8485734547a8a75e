import { run, sleep } from 'asyncio';

/** One step of the work: an async function that makes a new value of a value. */
export type Stage = (value: unknown) => Promise<unknown>;

export const pipe = (...stages: Stage[]): Stage =>
  async function (value) {
    for (let i = 0; i < stages.length; i++) {
      value = await stages[i]!(value);
    }
    return value;
  };

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
