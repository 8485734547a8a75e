import { createTask, gather, getRunningLoop, run, sleep, type Future } from 'asyncio';

async function waiter(name: string, future: Future<string>): Promise<void> {
  const value = await future;
  console.log(`${name} gets ${value}`);
}

async function main(): Promise<void> {
  const future = getRunningLoop().createFuture<string>();
  const tasks = ['A', 'B', 'C'].map((name) => createTask(waiter(name, future)));
  await sleep(1);
  future.setResult('it');
  console.log('result is set');
  await sleep(0);
  console.log('main goes on');
  await gather(...tasks);
}

run(main());

export const printed: string[] = ['result is set', 'A gets it', 'B gets it', 'C gets it', 'main goes on'];
export const iterationsLater = 1;
