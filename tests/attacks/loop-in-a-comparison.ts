// tries: to run for ever inside a comparison, of a priority queue
// must: end turns or wall-clock
import { PriorityQueue, run } from 'asyncio';

const item = () => ({
  valueOf() {
    for (;;) {}
  },
  __lt__() {
    for (;;) {}
  },
});

async function main() {
  const queue = new PriorityQueue();
  for (let i = 0; i < 3; i += 1) await queue.put(item());
  [item(), item()].sort((a, b) => (a < b ? -1 : 1));
}

run(main());
