// tries: to cancel tasks that wait for one another in a ring
// must: end deadlock or raised CancelledError or finished
import { createTask, run, sleep } from 'asyncio';

const ring: any[] = [];

async function member(i: number) {
  await sleep(0);
  await ring[(i + 1) % 3];
}

async function main() {
  for (let i = 0; i < 3; i += 1) ring.push(createTask(member(i)));
  await sleep(1);
  ring[0].cancel();
  await ring[1];
}

run(main());
