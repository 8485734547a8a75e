// tries: to fill the memory with bytes that are sent and never read
// must: end memory or wall-clock
import { openConnection, run, startServer } from 'asyncio';

async function main() {
  await startServer(() => {}, '127.0.0.1', 8888);
  const [, writer] = await openConnection('127.0.0.1', 8888);
  for (;;) writer.write(new Uint8Array(1e6).fill(1));
}

run(main());
