import { getRunningLoop, run, sleep, ValueError } from 'asyncio';
import type { Future } from 'asyncio';

function say(word: string) {
  console.log(word);
}

function stumble() {
  throw new ValueError('stumbled');
}

async function main() {
  const loop = getRunningLoop();
  loop.callSoon(say, 'soon');
  loop.callLater(2, say, 'in 2');
  loop.callLater(1, say, 'in 1');
  loop.callAt(1, say, 'at 1');
  loop.callSoon(stumble);
  const future = loop.createFuture<number>();

  function ended(given: Future<number>) {
    console.log(`ended with ${given.result()}`);
  }

  future.addDoneCallback(ended);
  loop.callLater(1.5, () => future.setResult(7));
  console.log(`${await future}`);
  const handle = loop.callSoon(say, 'never');
  handle.cancel();
  await sleep(1);
  throw new ValueError('end');
}

run(main());
