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

// TODO: your predictions, three pairs of done and cancelled
export const lines: [done: boolean, cancelled: boolean][] = [];
