// Each number follows from the number of what scheduled it.
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

const mainBegins = 1;
const afterMain = mainBegins + 1;
const afterFirst = afterMain + 1;
const afterNested = afterFirst + 1;
const waited = afterNested + 1; // nothing is ready: the loop waits

export const iterations: Record<string, number> = {
  first: afterMain,
  child: afterMain,
  second: afterMain,
  nested: afterFirst,
  deeper: afterNested,
  late: waited,
  'main goes on': waited + 1,
};
