import { gather, run, sleep, ValueError } from 'asyncio';

async function fetch(page: string, seconds: number) {
  await sleep(seconds);
  if (page === 'lost') throw new ValueError('no such page');
  console.log(page, 'has come');
  return page;
}

async function main() {
  const pages: [string, number][] = [
    ['long', 3],
    ['lost', 1],
    ['short', 2],
  ];
  try {
    console.log(await gather(...pages.map((page) => fetch(...page))));
  } catch (error) {
    if (error instanceof ValueError) console.log('gather raises:', error.message);
  }
  await sleep(5);
  console.log('again, with return_exceptions');
  console.log(await gather(...pages.map((page) => fetch(...page)), { returnExceptions: true }));
}

run(main());
