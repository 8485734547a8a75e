// tries: to set a timer for ever, ever so little later
// must: end loop-steps
import { getRunningLoop, run } from 'asyncio';

async function main() {
  const loop = getRunningLoop();
  const again = () => void loop.callLater(1e-6, again);
  again();
  await loop.createFuture();
}

run(main());
