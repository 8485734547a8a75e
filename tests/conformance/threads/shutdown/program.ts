import { getRunningLoop, newEventLoop, run, RuntimeError, toThread } from 'asyncio';
import { ThreadPoolExecutor } from 'concurrent';
import * as time from 'time';

const print = () => undefined;

async function refused(awaitable: () => PromiseLike<unknown>) {
  try {
    await awaitable();
  } catch (e) {
    if (!(e instanceof RuntimeError || e instanceof TypeError)) throw e;
    console.log(`${e.name} ${e.message}`);
  }
}

async function main() {
  const loop = getRunningLoop();
  const pool = new ThreadPoolExecutor(1);
  console.log(await loop.runInExecutor(pool, () => 'works'));
  const pending = loop.runInExecutor(undefined, time.sleep, 2);
  await loop.shutdownDefaultExecutor();
  console.log(`${loop.time()} ${pending.done() ? 'True' : 'False'}`);
  await refused(() => loop.runInExecutor(undefined, print));
  await refused(() => toThread(print));
  // A pool of one's own is none of the loop's business.
  console.log(await loop.runInExecutor(pool, () => 'still works'));

  async function tryDefault() {
    loop.setDefaultExecutor(5 as never);
  }

  await refused(tryDefault);
}

run(main());
try {
  newEventLoop()
    .runInExecutor(undefined, 5 as never)
    .cancel();
  const loop = newEventLoop();
  loop.close();
  loop.runInExecutor(undefined, print);
} catch (e) {
  if (e instanceof RuntimeError) console.log(e.message);
}
