// fails: blocks: a get that blocks its thread
// says: held up a task that was due at 0.1 s until 1 s
import { createTask, getRunningLoop, Queue, run, sleep, toThread } from 'asyncio';
import * as time from 'time';

/** To try things out: a thread puts an item at 0.1 s and goes on for 2 s, and a task waits for the item. Something else happens at 1 s. */
async function main(): Promise<void> {
  const loop = getRunningLoop();
  const queue = new Queue<string>();
  const tick = createTask(sleep(1));
  const thread = createTask(
    toThread(() => {
      time.sleep(0.1);
      queue.putNowait('item');
      time.sleep(2);
    }),
  );
  console.log(await queue.get(), 'received at', loop.time());
  await thread;
  await tick;
}

run(main());

/** Your answers: true or false. */
export const answers: Record<string, boolean | undefined> = {
  tasks: true,
  threads: false,
  lost: false,
  wakes: true,
  blocks: true,
  busy: true,
};
