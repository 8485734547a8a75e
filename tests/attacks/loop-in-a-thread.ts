// tries: to run for ever in a worker thread
// must: end turns or wall-clock
import { run, toThread } from 'asyncio';

async function main() {
  await toThread(() => {
    for (;;) {}
  });
}

run(main());
