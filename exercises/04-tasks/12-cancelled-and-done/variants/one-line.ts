// In one line.
import { getRunningLoop, run } from 'asyncio';

async function main(): Promise<void> {
  const loop = getRunningLoop();
  const future = loop.createFuture<string>();
  console.log(future.done(), future.cancelled());
  future.cancel();
  console.log(future.done(), future.cancelled());

  const other = loop.createFuture<string>();
  other.setResult('ready');
  other.cancel();
  console.log(other.done(), other.cancelled());
}

run(main());

export const lines = [
  [false, false],
  [true, true],
  [true, false],
];
