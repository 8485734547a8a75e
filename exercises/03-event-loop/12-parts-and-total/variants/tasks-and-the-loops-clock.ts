// Tasks by hand, and the clock of the loop.
import { createTask, getRunningLoop, run, sleep } from 'asyncio';
import * as time from 'time';

type Part = () => PromiseLike<void>;
type Chain = [name: string, first: Part, second: Part];

export const chain = async (name: string, ...parts: [first: Part, second: Part]): Promise<void> => {
  const loop = getRunningLoop();
  const readings = [loop.time()];
  for (const part of parts) {
    await part();
    readings.push(loop.time());
  }
  const [start = 0, middle = 0, end = 0] = readings;
  const [one, two, both] = [middle - start, end - middle, end - start].map((seconds) => seconds.toFixed(2));
  console.log(`chain ${name}: ${one} + ${two} = ${both} s`);
};

export async function report(chains: Chain[]): Promise<void> {
  const start = getRunningLoop().time();
  const tasks = chains.map((each) => createTask(chain(...each)));
  for (const task of tasks) await task;
  console.log(`total: ${(getRunningLoop().time() - start).toFixed(2)} s`);
}

run(
  report([
    ['1', () => sleep(4), () => sleep(7)],
    ['2', () => sleep(4), () => sleep(4)],
    ['3', () => sleep(0), () => sleep(4)],
  ]),
);
