import { run } from 'asyncio';

async function makeTea() {
  console.log('the water boils');
  return 'a cup of tea';
}

async function main() {
  const tea = makeTea();
  console.log('the table is laid');
  console.log(await tea);
}

run(main());
