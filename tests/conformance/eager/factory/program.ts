import {
  allTasks,
  CancelledError,
  createTask,
  currentTask,
  eagerTaskFactory,
  gather,
  getRunningLoop,
  run,
  sleep,
  ValueError,
  wait,
  waitFor,
} from 'asyncio';
import { ContextVar } from 'contextvars';

const bool = (value: boolean) => (value ? 'True' : 'False');
const now = () => `${getRunningLoop().time()}`;
const me = () => currentTask()!.getName();

const variable = new ContextVar('variable', { default: 0 });

async function quick(name: string) {
  console.log(`${now()} ${name} in ${me()}`);
  return name;
}

async function slow(name: string, seconds: number) {
  console.log(`${now()} ${name} begins in ${me()}`);
  variable.set(variable.get() + 1);
  await sleep(seconds);
  console.log(`${now()} ${name} ends in ${me()} ${variable.get()}`);
  return name;
}

async function fail(name: string) {
  throw new ValueError(name);
}

async function parent(depth: number): Promise<number> {
  if (depth > 0) {
    const child = createTask(parent(depth - 1));
    console.log(`${now()} depth ${depth} ${bool(child.done())} ${me()}`);
    await child;
  }
  await sleep(0);
  return depth;
}

async function cancelsItself(then: number) {
  currentTask()!.cancel('myself');
  if (then > 0) await sleep(then);
}

async function ended(task: PromiseLike<unknown>) {
  try {
    return `gave ${await task}`;
  } catch (error) {
    if (error instanceof CancelledError) return `cancelled(${error.message})`;
    if (error instanceof ValueError) return `failed(${error.message})`;
    throw error;
  }
}

async function main() {
  const loop = getRunningLoop();
  loop.setTaskFactory(eagerTaskFactory);
  loop.callSoon(function print(text: string) {
    console.log(text);
  }, 'the loop goes round');
  const one = createTask(quick('one'));
  console.log(`${now()} ${bool(one.done())} ${one.getName()} ${me()}`);
  console.log(`${now()} ${await one}`);
  const two = createTask(slow('two', 1), { name: 'second' });
  console.log(`${now()} ${bool(two.done())} ${variable.get()} ${allTasks().size}`);
  console.log(await gather(quick('a'), quick('b')));
  console.log(await gather(quick('c'), slow('d', 2), two));
  const bad = createTask(fail('bad'));
  console.log(`${now()} ${bool(bad.done())} ${(bad.exception() as Error).message}`);
  console.log(await ended(createTask(parent(3))));
  const cancelled = createTask(slow('cancelled', 5));
  console.log(`${bool(cancelled.cancel('why'))} ${bool(one.cancel())}`);
  console.log(await ended(cancelled));
  console.log(await ended(createTask(cancelsItself(0))));
  console.log(await ended(createTask(cancelsItself(5))));
  const future = loop.createFuture<string>();

  async function sets() {
    future.setResult('set at once');
  }

  createTask(sets());
  console.log(await future);
  const lazy = createTask(quick('lazy'), { eagerStart: false });
  console.log(`${now()} ${bool(lazy.done())}`);
  await lazy;
  console.log(await waitFor(quick('timed'), 1));
  const [done, pending] = await wait([createTask(quick('w')), createTask(slow('x', 1))]);
  console.log(`${now()} ${done.size} ${pending.size}`);
  loop.setTaskFactory(undefined);
  const last = createTask(quick('last'));
  console.log(`${now()} ${bool(last.done())}`);
  await last;
}

run(main());
