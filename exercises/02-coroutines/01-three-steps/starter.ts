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

// TODO: these eight lines are sorted by the alphabet. Put them into the order in which they are printed.
export const log: string[] = [
  'comes home',
  'first step: suspended',
  'leaves',
  'made',
  'second step: suspended',
  'takes bread',
  'takes milk',
  'third step: ended with bread and milk',
];
