import { CancelledError, createTask, run, Runner, RuntimeError, sleep, ValueError } from 'asyncio';
import { ContextVar } from 'contextvars';

const colour = new ContextVar<string>('colour', { default: 'grey' });

async function leftBehind(word: string) {
  try {
    await sleep(100);
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    console.log(`${word} is told to go`);
    await sleep(1);
    throw error;
  } finally {
    console.log(`${word} goes`);
  }
}

async function stumbles() {
  try {
    await sleep(100);
  } finally {
    throw new ValueError('on the way out');
  }
}

async function paint(word: string) {
  console.log(`${word}: ${colour.get()}`);
  colour.set(word);
  createTask(leftBehind(word), { name: `left ${word}` });
  await sleep(1);
  return colour.get();
}

async function main() {
  createTask(leftBehind('one'), { name: 'one' });
  createTask(stumbles(), { name: 'two' });
  createTask(leftBehind('three'), { name: 'three' });
  await sleep(1);
  console.log('main ends');
  return 'result';
}

async function fails() {
  createTask(leftBehind('four'));
  await sleep(0);
  throw new ValueError('main fails');
}

async function nested() {
  try {
    run(main());
  } catch (error) {
    if (!(error instanceof RuntimeError)) throw error;
    console.log(error.message);
  }
}

const runner = new Runner();
try {
  console.log(runner.run(paint('red')));
  console.log(runner.run(paint('blue')));
} finally {
  runner.close();
}
try {
  runner.run(paint('green'));
} catch (error) {
  if (!(error instanceof RuntimeError)) throw error;
  console.log(error.message);
}
console.log(colour.get());
console.log(run(main()));
try {
  run(fails());
} catch (error) {
  if (!(error instanceof ValueError)) throw error;
  console.log(error.message);
}
run(nested());
try {
  run(5 as never);
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  console.log(error.message);
}
