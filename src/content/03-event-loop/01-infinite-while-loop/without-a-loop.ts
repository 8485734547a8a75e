import { RuntimeError, sleep, type Coroutine } from 'asyncio';

async function double(number: number) {
  return 2 * number;
}

async function nap() {
  await sleep(1);
}

const coroutine = double(21) as unknown as Coroutine<number>;
console.log('double ended without a loop:', coroutine.send(undefined).value);

const napping = nap() as unknown as Coroutine<void>;
try {
  napping.send(undefined);
} catch (error) {
  if (!(error instanceof RuntimeError)) throw error;
  console.log('nap needs one:', error.message);
}
