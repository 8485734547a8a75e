// tries: to give control back between steps of which each keeps the machine busy
// must: end wall-clock-in-all or wall-clock or loop-steps
import { run, sleep } from 'asyncio';

async function main() {
  for (;;) {
    for (let i = 0; i < 3e5; i += 1) Math.sqrt(i);
    await sleep(0);
  }
}

run(main());
