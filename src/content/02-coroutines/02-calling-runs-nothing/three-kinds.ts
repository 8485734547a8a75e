import * as asyncio from 'asyncio';

async function fetch() {
  await asyncio.sleep(1);
  return 'page';
}

async function* pages() {
  yield 'page 1';
  yield 'page 2';
}

async function main() {
  console.log('fetch is a coroutine function:', asyncio.iscoroutinefunction(fetch));
  console.log('fetch is a coroutine:', asyncio.iscoroutine(fetch));
  console.log('pages is a coroutine function:', asyncio.iscoroutinefunction(pages));

  const coroutine = fetch();
  console.log('fetch() is a coroutine:', asyncio.iscoroutine(coroutine));
  console.log('fetch() is a future:', asyncio.isfuture(coroutine));
  console.log('fetch() can be awaited:', asyncio.isawaitable(coroutine));

  const generator = pages();
  console.log('pages() is an async generator:', asyncio.isasyncgen(generator));
  console.log('pages() can be awaited:', asyncio.isawaitable(generator));

  console.log(await coroutine);
  for await (const page of generator) {
    console.log(page);
  }
}

asyncio.run(main());
