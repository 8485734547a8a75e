import { run } from 'asyncio';

async function greet(name: string) {
  console.log(`hello ${name}`);
}

function prepare(name: string) {
  console.log(`a card for ${name}`);
  return greet(name);
}

async function main() {
  const greeting = prepare('Ada');
  console.log('main has the card');
  await greeting;
  console.log('main is done');
}

run(main());
