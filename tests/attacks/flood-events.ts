// tries: to fill the record with events
// must: end finished or loop-steps
import { getRunningLoop, run, sleep } from 'asyncio';

async function main() {
  for (let i = 0; i < 40_000; i += 1) getRunningLoop().createFuture().setResult(i);
  await sleep(0);
}

run(main());
