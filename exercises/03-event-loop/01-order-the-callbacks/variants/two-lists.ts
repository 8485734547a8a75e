// What each line of main puts where, played through on two lists.
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

const lines: string[] = ['main begins', 'main goes on'];
const ready: string[] = ['the task', 'the callback'];
const due: string[] = ['the timer'];
ready.push('main is back');
lines.push(...ready, ...due, 'main ends');

export const order = lines;
