// tries: to fill the record with threads that have names of a million characters
// must: end finished
// @ts-nocheck
/* eslint-disable */
import { getRunningLoop, run } from 'asyncio';
import { futures } from 'concurrent';

async function main() {
  const pool = new futures.ThreadPoolExecutor({ maxWorkers: 2, threadNamePrefix: 'n'.repeat(1e6) });
  for (let i = 0; i < 1000; i += 1) await getRunningLoop().runInExecutor(pool, () => 1);
}

run(main());
