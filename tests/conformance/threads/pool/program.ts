import { gather, getRunningLoop, run, toThread } from 'asyncio';
import { ThreadPoolExecutor } from 'concurrent';
import * as time from 'time';

const began: [number, number][] = [];

function work(n: number, seconds: number): number {
  began.push([n, time.monotonic()]);
  time.sleep(seconds);
  return n;
}

const True = (value: boolean) => (value ? 'True' : 'False');

async function main() {
  const loop = getRunningLoop();
  const pool = new ThreadPoolExecutor(2);
  const futures = [0, 1, 2, 3, 4, 5].map((n) => loop.runInExecutor(pool, work, n, 1 + (n % 2)));
  console.log(True(futures[3]!.cancel()), True(futures[0]!.cancel()));
  const results = await gather(...futures, { returnExceptions: true });
  const types = results.map((r) => (typeof r === 'number' ? "'int'" : `'${(r as Error).name}'`));
  console.log(`${loop.time()} [${types.join(', ')}]`);
  for (const [n, t] of began) console.log(`${t} job ${n}`);
  began.length = 0;
  // The default pool has eight workers.
  await gather(...Array.from({ length: 20 }, (_, n) => toThread(work, n, 1)));
  console.log(`${loop.time()} twenty jobs, ${new Set(began.map(([, t]) => t)).size} rounds`);
}

run(main());
