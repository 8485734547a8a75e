import { createTask, getRunningLoop, run, shield, sleep, ValueError, wait } from 'asyncio';

const text = (error: unknown) => (error as Error).message;

async function failing(seconds: number, text: string) {
  await sleep(seconds);
  throw new ValueError(text);
}

async function main() {
  const loop = getRunningLoop();

  loop.setExceptionHandler((loop, context) => {
    console.log(`handler: ${context.message} / ${text(context.exception)}`);
  });
  let inner = createTask(failing(2, 'once'));
  for (const seconds of [0.5, 1]) {
    const outer = shield(inner);
    loop.callLater(seconds, () => outer.cancel());
  }
  await wait([inner]);
  console.log(`failed at ${loop.time()}`);
  inner = createTask(failing(2, 'awaited by another'));
  const cancelled = shield(inner);
  loop.callLater(1, () => cancelled.cancel());
  try {
    await shield(inner);
  } catch (error) {
    console.log(`the other got: ${text(error)}`);
  }
  let future = loop.createFuture<string>();
  let shielded = shield(future);
  future.setException(new ValueError('together'));
  shielded.cancel();
  await sleep(0);
  await sleep(0);
  console.log(`shield cancelled ${shielded.cancelled() ? 'True' : 'False'}, ${text(future.exception())}`);
  future = loop.createFuture<string>();
  shielded = shield(future);
  shielded.cancel();
  await sleep(0);
  future.setResult('fine');
  await sleep(0);
  console.log(future.result());
  future = loop.createFuture<string>();
  shielded = shield(future);
  shielded.cancel();
  await sleep(0);
  future.cancel();
  await sleep(0);
  future = loop.createFuture<string>();
  shielded = shield(future);
  shielded.cancel();
  await sleep(0);
  loop.setExceptionHandler(undefined);
  future.setException(new ValueError('default handler'));
  await sleep(0);

  function outside_of_a_task() {
    const late = shield(futureOfCallback);
    late.addDoneCallback((given) => console.log(`callback got ${given.result()}`));
  }

  const futureOfCallback = loop.createFuture<string>();
  loop.callSoon(outside_of_a_task);
  loop.callLater(1, () => futureOfCallback.setResult('it'));
  await sleep(2);
}

run(main());
