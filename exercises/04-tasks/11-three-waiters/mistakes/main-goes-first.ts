// fails: the predicted lines are those that are printed
// fails: the waiters go on in the predicted iteration
// says: they were in the ready queue before main was
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

export const printed: string[] = [
  'result is set',
  'main goes on',
  'A gets it',
  'B gets it',
  'C gets it',
];
export const iterationsLater = 2;
