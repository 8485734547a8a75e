// fails: the others are cancelled at once
// fails: nobody is still clearing up when the error comes out
// says: Cancelled were: []
import { gather, run, sleep } from 'asyncio';

/** The results of all works, in order. When one fails, the others are cancelled and waited for, and the error comes out. */
export async function allOrNothing<T>(works: Promise<T>[]): Promise<T[]> {
  return await gather(...works);
}

async function part(name: string, seconds: number): Promise<string> {
  try {
    await sleep(seconds);
    if (name === 'wheels') throw new Error('no wheels');
    return name;
  } finally {
    console.log(`${name} has cleared up`);
  }
}

async function main(): Promise<void> {
  try {
    console.log(await allOrNothing([part('frame', 3), part('wheels', 1), part('bell', 2)]));
  } catch (error) {
    console.log('no bicycle:', error);
  }
}

run(main());
