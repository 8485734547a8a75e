// fails: what is ready runs in the order in which it became ready
// says: 'the task' came before 'main is back'
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

export const order: string[] = [
  'main begins',
  'main goes on',
  'main is back',
  'the task',
  'the callback',
  'the timer',
  'main ends',
];
