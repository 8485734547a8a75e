// fails: a sleeper goes on one iteration after its timer
// says: puts main into the ready queue
import { createTask, getRunningLoop, run, sleep } from 'asyncio';

function first(): void {
  console.log('first');
  getRunningLoop().callSoon(nested);
}

function second(): void {
  console.log('second');
}

function nested(): void {
  console.log('nested');
  getRunningLoop().callSoon(deeper);
}

function deeper(): void {
  console.log('deeper');
}

function late(): void {
  console.log('late');
}

async function child(): Promise<void> {
  console.log('child');
}

async function main(): Promise<void> {
  const loop = getRunningLoop();
  console.log('main begins');
  loop.callSoon(first);
  const task = createTask(child());
  loop.callSoon(second);
  loop.callLater(1, late);
  await sleep(1);
  console.log('main goes on');
  await task;
}

run(main());

export const iterations: Record<string, number> = {
  first: 2,
  child: 2,
  second: 2,
  nested: 3,
  deeper: 4,
  late: 5,
  'main goes on': 5,
};
