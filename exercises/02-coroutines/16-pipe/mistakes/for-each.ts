// fails: each stage gets what the stage before it gave
// fails: the stages come one after the other
// fails: a pipe can be used again, also by two at the same time
// fails: an error ends the pipe, and comes out
// fails: nothing runs before the pipe is called and awaited
// says: was never awaited
import { run, sleep } from 'asyncio';

/** One step of the work: an async function that makes a new value of a value. */
export type Stage = (value: unknown) => Promise<unknown>;

/** An async function that hands its value through all stages, one after the other. */
export function pipe(...stages: Stage[]): Stage {
  return async (value) => {
    let result = value;
    stages.forEach(async (stage) => {
      result = await stage(result);
    });
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
