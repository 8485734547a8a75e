import { gather, run, sleep } from 'asyncio';

async function roll(name: string) {
  console.log('rolling', name);
  await sleep(1);
  return name;
}

async function main() {
  const once = roll('once');
  console.log(await gather(once, once));
  console.log(await gather(roll('fresh'), roll('fresh')));
  console.log(await gather());
}

run(main());
