// fails: the predicted lines are those that are printed, in that order
// says: Line 7 of what was printed is 'comes home'
import { sleep, type Coroutine } from 'asyncio';

async function errand(): Promise<string> {
  console.log('leaves');
  await sleep(0);
  console.log('takes bread');
  console.log('takes milk');
  await sleep(0);
  console.log('comes home');
  return 'bread and milk';
}

function drive(): void {
  const walk = errand() as unknown as Coroutine<string>;
  console.log('made');
  for (const step of ['first', 'second', 'third']) {
    const { done, value } = walk.send(undefined);
    console.log(done ? `${step} step: ended with ${value}` : `${step} step: suspended`);
  }
}

drive();

export const log: string[] = [
  'made',
  'leaves',
  'first step: suspended',
  'takes bread',
  'takes milk',
  'second step: suspended',
  'third step: ended with bread and milk',
  'comes home',
];
