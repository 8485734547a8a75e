import { getRunningLoop, run, sleep } from 'asyncio';

const urls = [1, 2, 3, 4, 5, 6, 7, 8, 9];

async function getRequest(url: number) {
  // send a request
  await sleep(2);
  return url;
}

async function makeRequests() {
  const start = getRunningLoop().time();
  const results: number[] = [];
  for (const url of urls) {
    results.push(await getRequest(url));
  }
  console.log(results, `${(getRunningLoop().time() - start).toFixed(0)} s`);
}

run(makeRequests());
