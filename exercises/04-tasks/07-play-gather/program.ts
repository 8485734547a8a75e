import { gather, run, sleep } from 'asyncio';

async function cook(dish: string, seconds: number) {
  await sleep(seconds);
  console.log(dish, 'is ready');
  return dish;
}

async function main() {
  const dinner = await gather(cook('bread', 2), cook('soup', 1));
  console.log(dinner);
}

run(main());
