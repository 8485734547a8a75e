// Each line has its number.
import { createTask, getRunningLoop, run, sleep } from 'asyncio';

function say(text: string): void {
  console.log(text);
}

async function child(): Promise<void> {
  say('the task');
}

async function main(): Promise<void> {
  const loop = getRunningLoop();
  say('main begins');
  loop.callLater(0, say, 'the timer');
  const task = createTask(child());
  loop.callSoon(say, 'the callback');
  say('main goes on');
  await sleep(0);
  say('main is back');
  await sleep(0);
  say('main ends');
  await task;
}

run(main());

const places = new Map<string, number>([
  ['main begins', 1],
  ['main ends', 7],
  ['main goes on', 2],
  ['main is back', 5],
  ['the callback', 4],
  ['the task', 3],
  ['the timer', 6],
]);

export const order: string[] = [...places.keys()].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
