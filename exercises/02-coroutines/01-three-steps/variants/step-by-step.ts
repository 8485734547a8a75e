// What each step prints, and then one after the other.
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

const made = ['made'];
const first = ['leaves', 'first step: suspended'];
const second = ['takes bread', 'takes milk', 'second step: suspended'];
const third = ['comes home', 'third step: ended with bread and milk'];
export const log: string[] = [...made, ...first, ...second, ...third];
