// fails: each picture is received when it is handed over
// fails: the loop is not held up
// says: developing blocks, and that is what the thread is for
import { gather, getRunningLoop, Queue, run, sleep, toThread, type EventLoop } from 'asyncio';
import * as time from 'time';

/** Runs in a thread. Leave it as it is: it takes 0.1 s, and blocks its thread meanwhile. */
function developOne(name: string): string {
  time.sleep(0.1);
  return `${name} picture`;
}

/** Runs in a thread: develops one picture after the other, and hands each over as soon as it is ready. */
export function develop(loop: EventLoop, queue: Queue<string>, names: string[]): void {
  for (const name of names) {
    loop.callSoonThreadsafe(() => {
      queue.putNowait(developOne(name));
    });
  }
}

async function ticker(): Promise<void> {
  for (let n = 0; n < 2; n += 1) await sleep(1);
}

async function collect(queue: Queue<string>, count: number): Promise<void> {
  const loop = getRunningLoop();
  for (let n = 0; n < count; n += 1) console.log(await queue.get(), 'received at', loop.time().toFixed(1));
}

async function main(): Promise<void> {
  const queue = new Queue<string>();
  const names = ['first', 'second', 'third'];
  await gather(collect(queue, names.length), toThread(develop, getRunningLoop(), queue, names), ticker());
}

run(main());
