import { createTask, getRunningLoop, run } from 'asyncio';

async function page() {
  return 'a page';
}

async function* pages() {
  yield 'a page';
}

async function main() {
  const future = getRunningLoop().createFuture<string>();
  future.setResult('a result');
  const things: Record<string, unknown> = {
    'a coroutine': page(),
    'a task': createTask(page()),
    'a future': future,
    'a coroutine function': page,
    'an async generator': pages(),
    'a number': 42,
    'a list': [future],
    nothing: undefined,
  };
  for (const [name, thing] of Object.entries(things)) {
    try {
      console.log(`${name}: ${await thing}`);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      console.log(`${name}: TypeError: ${error.message}`);
    }
  }
}

run(main());
