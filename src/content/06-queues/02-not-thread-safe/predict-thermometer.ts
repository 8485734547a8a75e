import { gather, getRunningLoop, Queue, run, sleep, toThread } from 'asyncio';
import * as time from 'time';

async function show(queue: Queue<string>) {
  console.log(await queue.get());
  console.log(await queue.get());
}

async function tick() {
  await sleep(1);
  console.log('tick');
  await sleep(1);
  console.log('tick');
}

function measure(queue: Queue<string>, loop: ReturnType<typeof getRunningLoop>) {
  time.sleep(0.2);
  queue.putNowait('20 degrees, put by the thread');
  time.sleep(1);
  loop.callSoonThreadsafe(() => queue.putNowait('21 degrees, put by the loop'));
}

async function main() {
  const queue = new Queue<string>();
  await gather(show(queue), tick(), toThread(measure, queue, getRunningLoop()));
}

run(main());
