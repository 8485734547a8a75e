// tries: to await itself for ever
// must: end raised RecursionError or raised RangeError or memory or wall-clock
import { run } from 'asyncio';

async function deeper(): Promise<number> {
  return (await deeper()) + 1;
}

run(deeper());
