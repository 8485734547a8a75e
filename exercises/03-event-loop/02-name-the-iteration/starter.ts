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

// TODO: the iteration of each
export const iterations: Record<string, number> = {
  first: 0,
  child: 0,
  second: 0,
  nested: 0,
  deeper: 0,
  late: 0,
  'main goes on': 0,
};
