// tries: to give control back for ever
// must: end loop-steps
import { run, sleep } from 'asyncio';

async function main() {
  for (;;) await sleep(0);
}

run(main());
