// tries: to fill the record through the loop's exception handler
// must: end finished
import { getRunningLoop, run } from 'asyncio';

async function main() {
  for (let i = 0; i < 5000; i += 1)
    getRunningLoop().callExceptionHandler({ message: 'm'.repeat(10_000), exception: new Error('e') });
}

run(main());
