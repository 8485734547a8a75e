import { getRunningLoop, run } from 'asyncio';

async function main() {
  const future = getRunningLoop().createFuture();
  future.cancel();
  console.log(future.done());
  console.log(future.cancelled());
}

run(main());
