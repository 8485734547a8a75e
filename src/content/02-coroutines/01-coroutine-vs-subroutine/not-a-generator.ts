import { run, sleep } from 'asyncio';

function* generatorFunction() {
  yield;
  return 'value';
}

async function coroutineFunction() {
  await sleep(0);
  return 'value';
}

async function awaitIt(thing: unknown) {
  return await thing;
}

function ask(question: string, action: () => unknown) {
  try {
    action();
    console.log(question, 'yes');
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.log(question, 'no, TypeError');
  }
}

const generator = generatorFunction();
const coroutine = coroutineFunction();

ask('a for loop over the generator?', () => Array.from(generator));
ask('a for loop over the coroutine?', () => [...(coroutine as any)]);
ask('await the coroutine?', () => run(awaitIt(coroutine)));
ask('await the generator?', () => run(awaitIt(generator)));
