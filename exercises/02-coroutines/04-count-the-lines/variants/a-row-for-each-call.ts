// A row for each call, and what becomes of it; the answers are added up and exported under their names.
import { run, sleep } from 'asyncio';

async function knock(): Promise<void> {
  console.log('knock');
}

async function ask(): Promise<void> {
  console.log('asking');
  await sleep(1);
  console.log('answered');
}

async function goodbye(): Promise<void> {
  console.log('goodbye');
}

async function main(): Promise<void> {
  knock();
  ask();
  goodbye();
}

run(main());

const calls = [
  { of: 'knock', lines: 0, isAwaited: false },
  { of: 'ask', lines: 0, isAwaited: false },
  { of: 'goodbye', lines: 0, isAwaited: false },
];
let lines = 0;
let forgotten = 0;
for (const call of calls) {
  lines += call.lines;
  if (!call.isAwaited) forgotten += 1;
}
export { lines as linesPrinted, forgotten as neverAwaited };
