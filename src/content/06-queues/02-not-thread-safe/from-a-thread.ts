import { gather, getRunningLoop, Queue, run, sleep, toThread } from 'asyncio';
import * as time from 'time';

async function receive(queue: Queue<string>, start: number) {
  const item = await queue.get();
  console.log(item, 'is received after', (getRunningLoop().time() - start).toFixed(1), 's');
}

function directly(queue: Queue<string>) {
  time.sleep(0.1);
  queue.putNowait('what a thread has put');
  time.sleep(2);
}

function handedOver(queue: Queue<string>, loop: ReturnType<typeof getRunningLoop>) {
  time.sleep(0.1);
  loop.callSoonThreadsafe(() => queue.putNowait('what the loop has put'));
  time.sleep(2);
}

async function main() {
  const loop = getRunningLoop();
  for (const produce of [directly, handedOver]) {
    const queue = new Queue<string>();
    await gather(receive(queue, loop.time()), sleep(1), toThread(produce, queue, loop));
  }
}

run(main());
