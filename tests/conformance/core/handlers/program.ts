import { getRunningLoop, run, RuntimeError, sleep, ValueError } from 'asyncio';
import type { EventLoop, ExceptionContext } from 'asyncio';
import * as time from 'time';

const bool = (value: boolean) => (value ? 'True' : 'False');

function stumble(word: string) {
  throw new ValueError(word);
}

function report(loop: EventLoop, context: ExceptionContext) {
  console.log(`${context.message?.split(' stumble')[0]}: ${(context.exception as Error).message}`);
}

function broken(loop: EventLoop, context: ExceptionContext) {
  throw new RuntimeError('broken handler');
}

async function fails() {
  throw new ValueError('lost');
}

async function main() {
  const loop = getRunningLoop();
  console.log(bool(loop.getExceptionHandler() === undefined));
  loop.callSoon(stumble, 'default');
  await sleep(0);
  loop.setExceptionHandler(report);
  loop.callSoon(stumble, 'mine');
  loop.callLater(1, stumble, 'mine later');
  await sleep(2);
  loop.callExceptionHandler({ message: 'by hand', exception: new ValueError('given') });
  loop.setExceptionHandler(broken);
  loop.callSoon(stumble, 'broken');
  await sleep(0);
  loop.setExceptionHandler(undefined);
  try {
    loop.setExceptionHandler(5 as never);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.log(error.message);
  }
  loop.setDebug(true);
  loop.callSoon(time.sleep, 0.25);
  await sleep(0);
  time.sleep(0.05);
  await sleep(0);
  loop.slowCallbackDuration = 1;
  time.sleep(0.5);
  await sleep(0);
  loop.setDebug(false);
  time.sleep(5);
  await sleep(0);
  console.log(`${loop.time()}`);
}

run(main());
