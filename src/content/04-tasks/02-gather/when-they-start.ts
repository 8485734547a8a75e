import { gather, run, sleep } from 'asyncio';

const started: number[] = [];

async function getRequest(url: number) {
  started.push(url);
  await sleep(2);
  return url;
}

async function main() {
  const responseList: Promise<number>[] = [];
  for (let url = 1; url < 10; url++) {
    responseList.push(getRequest(url));
  }
  console.log('list is built, started:', started);

  await sleep(5);
  console.log('five seconds later, started:', started);

  const future = gather(...responseList);
  console.log('gather is called, started:', started);

  const results = await future;
  console.log('gather is awaited, started:', started);
  console.log(results);
}

run(main());
