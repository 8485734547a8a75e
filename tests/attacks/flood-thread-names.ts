// tries: to fill the record with threads that have names of a million characters
// must: end finished
import { getRunningLoop, run } from 'asyncio';
import { ThreadPoolExecutor } from 'concurrent';

async function main() {
  const pool = new ThreadPoolExecutor(2, 'n'.repeat(1e6));
  for (let i = 0; i < 1000; i += 1) await getRunningLoop().runInExecutor(pool, () => 1);
}

run(main());
