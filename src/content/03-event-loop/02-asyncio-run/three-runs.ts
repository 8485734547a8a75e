import { getRunningLoop, run, sleep, ValueError } from 'asyncio';

async function whichLoop() {
  return getRunningLoop();
}

async function fails() {
  await sleep(1);
  throw new ValueError('no paper');
}

const first = run(whichLoop());
const second = run(whichLoop());
console.log('it is one loop:', first === second);
console.log('the first is closed:', first.isClosed());

try {
  run(fails());
} catch (error) {
  if (!(error instanceof ValueError)) throw error;
  console.log('the third raises:', error.message);
}
