import { gather, getRunningLoop, run, sleep, ValueError } from 'asyncio';

async function getRequest(url: number) {
  await sleep(url);
  if (url === 1) {
    throw new ValueError('no answer from 1');
  }
  console.log('answer from', url);
  return url;
}

async function main() {
  const loop = getRunningLoop();
  const start = loop.time();
  try {
    await gather(getRequest(3), getRequest(1), getRequest(2));
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    console.log(`main after ${(loop.time() - start).toFixed(0)} s:`, error.message);
  }
  await sleep(5);
  console.log(`main after ${(loop.time() - start).toFixed(0)} s`);
}

run(main());
