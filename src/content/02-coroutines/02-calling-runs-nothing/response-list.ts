import { run, sleep } from 'asyncio';

const started: number[] = [];

async function getRequest(url: number) {
  started.push(url);
  await sleep(2);
  return url;
}

async function main() {
  const responseList: Promise<number>[] = [];
  for (let url = 1; url < 10; url++) {
    const response = getRequest(url);
    responseList.push(response);
  }
  console.log('objects:', responseList.length, 'started:', started.length);

  await sleep(10);
  console.log('ten seconds later, started:', started.length);

  const results: number[] = [];
  for (const response of responseList) {
    results.push(await response);
  }
  console.log('awaited one by one, started:', started.length);
  console.log(results);
}

run(main());
