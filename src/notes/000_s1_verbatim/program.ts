import { gather, run, sleep } from 'asyncio';
import * as time from 'time';

const urls = [1, 2, 3, 4, 5, 6, 7, 8, 9];

async function getRequest(url: number) {
  // send a request
  await sleep(2);
  return url;
}

async function makeRequests() {
  const responseList: Promise<number>[] = []; // what TypeScript calls the coroutines of an async function
  for (const url of urls) {
    const response = getRequest(url);
    responseList.push(response);
  }

  const results = await gather(...responseList);
  console.log(`[${results.join(', ')}]`);
}

async function main() {
  await makeRequests();
}

run(main());
