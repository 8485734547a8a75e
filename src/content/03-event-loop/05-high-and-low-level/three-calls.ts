import { getRunningLoop, run, sleep } from 'asyncio';

function tell(start: number, text: string) {
  const now = getRunningLoop().time();
  console.log(`${(now - start).toFixed(0)} s: ${text}`);
}

async function main() {
  const loop = getRunningLoop();
  const start = loop.time();
  loop.callLater(2, tell, start, 'after two seconds');
  loop.callAt(start + 1, tell, start, 'at second one');
  loop.callSoon(tell, start, 'soon');
  const handle = loop.callLater(1.5, tell, start, 'never');
  handle.cancel();
  console.log('main goes on');
  await sleep(3);
}

run(main());
