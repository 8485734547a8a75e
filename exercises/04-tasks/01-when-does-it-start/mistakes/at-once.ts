// fails: the predicted lines are those that are printed
// fails: no child is predicted to start before main lets go
// says: its first step is in the next iteration
// says: create_task only schedules
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
  'A starts',
  'A is made',
  'B starts',
  'B is made',
  'A ends',
  'B ends',
  'main goes on',
  'main ends',
];
