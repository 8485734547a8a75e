// Each stage is put behind the pipe of those before it.
import { run, sleep } from 'asyncio';

/** One step of the work: an async function that makes a new value of a value. */
export type Stage = (value: unknown) => Promise<unknown>;

const same: Stage = async (value) => value;

export function pipe(...stages: Stage[]): Stage {
  return stages.reduce<Stage>((before, stage) => async (value) => await stage(await before(value)), same);
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
