import { gather, run, sleep } from 'asyncio';

async function hello() {
  console.log('Hello ...');
  await sleep(1);
  console.log('... World!');
}

async function main() {
  await gather(hello(), hello());
}

run(main());

// Hello ...
// Hello ...
// ... World!
// ... World!
