// Iteration by iteration of the loop.
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

const iterations = [['A is made', 'B is made'], ['A starts', 'B starts', 'main goes on'], ['A ends', 'B ends'], ['main ends']];
export const printed: string[] = iterations.flat();
