import { createTask, gather, getRunningLoop, run, sleep, toThread } from 'asyncio';
import { ContextVar, copyContext } from 'contextvars';

const request = new ContextVar('request', { default: 'none' });

function read(): string {
  const value = request.get();
  request.set(`${value} changed`);
  return value;
}

async function handle(name: string) {
  const token = request.set(name);
  await sleep(0.1);
  const inside = await toThread(read);
  const after = request.get();
  request.reset(token);
  console.log(`${getRunningLoop().time()} ${name}: ${inside}, ${after}, ${request.get()}`);
}

async function main() {
  request.set('main');
  await gather(handle('a'), handle('b'));
  const loop = getRunningLoop();
  const context = copyContext();
  console.log(await loop.runInExecutor(undefined, () => context.run(read)), context.get(request), request.get());
  loop.callSoon(() => {
    console.log('callback sees', request.get());
  });
  request.set('later');
  await sleep(0);
  console.log(await createTask(toThread(read), { context }), context.get(request));
}

run(main());
