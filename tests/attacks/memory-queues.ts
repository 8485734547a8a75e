// tries: to fill the memory with a queue that nobody reads
// must: end memory or turns or wall-clock
import { Queue, run } from 'asyncio';

async function main() {
  const queue = new Queue();
  for (;;) queue.putNowait({ payload: new Array(100).fill(0) });
}

run(main());
