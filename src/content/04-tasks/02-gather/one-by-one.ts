import { run, sleep } from 'asyncio';

const urls = [1, 2, 3, 4, 5, 6, 7, 8, 9];

async function getRequest(url: number): Promise<number> {
  // send a request
  await sleep(2);
  return url;
}

async function makeRequests() {
  const results: number[] = [];
  for (const url of urls) {
    const response = await getRequest(url);
    results.push(response);
  }

  console.log(results);
}

async function main() {
  await makeRequests();
}

run(main());
