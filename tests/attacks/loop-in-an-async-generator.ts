// tries: to run for ever in `for await` over a generator that never waits
// must: end turns or wall-clock
import { run } from 'asyncio';

async function* forever() {
  for (let i = 0; ; i += 1) yield i;
}

async function main() {
  for await (const i of forever()) if (i < 0) console.log(i);
}

run(main());
