import { gather, run, sleep } from 'asyncio';

async function fetch(page: string, seconds: number) {
  await sleep(seconds);
  console.log(page, 'is there');
  return page;
}

async function main() {
  const pages = await gather(fetch('news', 1), fetch('weather', 2));
  console.log(pages);
}

run(main());
