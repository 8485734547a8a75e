import { LifoQueue, PriorityQueue, Queue, run } from 'asyncio';

async function main() {
  for (const kind of [Queue, LifoQueue, PriorityQueue]) {
    const queue = new kind<[number, string]>();
    for (const item of [
      [2, 'b'],
      [1, 'z'],
      [2, 'a'],
    ] as [number, string][]) {
      queue.putNowait(item);
    }
    console.log(kind.name, [(await queue.get())[1], (await queue.get())[1], (await queue.get())[1]]);
  }
}

run(main());
