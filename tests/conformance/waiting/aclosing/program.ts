import { aclosing, anext, asyncWith, getRunningLoop, run, sleep, timeout, TimeoutError, ValueError } from 'asyncio';

async function* counter(name: string) {
  try {
    let i = 0;
    while (true) {
      await sleep(1);
      yield i;
      i += 1;
    }
  } finally {
    await sleep(1);
    console.log(`${name} closed`);
  }
}

async function main() {
  const loop = getRunningLoop();
  await asyncWith(aclosing(counter('first')), async (numbers) => {
    for await (const number of numbers) {
      console.log(`${number} at ${loop.time()}`);
      if (number === 2) {
        break;
      }
    }
  });
  console.log(`after the block at ${loop.time()}`);
  try {
    await asyncWith(timeout(2.5), async () => {
      await asyncWith(aclosing(counter('second')), async (numbers) => {
        for await (const number of numbers) {
          console.log(`${number} at ${loop.time()}`);
        }
      });
    });
  } catch (error) {
    if (error instanceof TimeoutError) console.log(`timeout at ${loop.time()}`);
  }
  try {
    await asyncWith(aclosing(counter('third')), async (numbers) => {
      console.log(`${await anext(numbers)}`);
      throw new ValueError('x');
    });
  } catch (error) {
    if (error instanceof ValueError) console.log(`${error.message} at ${loop.time()}`);
  }
}

run(main());
