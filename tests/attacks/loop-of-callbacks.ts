// tries: to have a callback called again for ever
// must: end loop-steps
import { getRunningLoop, run, sleep } from 'asyncio';

async function main() {
  const loop = getRunningLoop();
  const again = () => void loop.callSoon(again);
  again();
  await sleep(1);
}

run(main());
