// fails: the predicted lines are those that are printed
// says: main was ready again before the child was
import { createTask, run, sleep } from 'asyncio';

async function child(name: string): Promise<void> {
  console.log(`${name} starts`);
  await sleep(0);
  console.log(`${name} ends`);
}

async function main(): Promise<void> {
  createTask(child('A'));
  console.log('A is made');
  const b = createTask(child('B'));
  console.log('B is made');
  await sleep(0);
  console.log('main goes on');
  await b;
  console.log('main ends');
}

run(main());

export const printed: string[] = [
  'A is made',
  'B is made',
  'A starts',
  'A ends',
  'B starts',
  'B ends',
  'main goes on',
  'main ends',
];
