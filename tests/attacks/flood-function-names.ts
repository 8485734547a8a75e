// tries: to fill the record with a coroutine function's name of a million characters
// must: end finished
import { createTask, run } from 'asyncio';

const name = 'n'.repeat(1e6);
const named = { [name]: async () => 1 };

async function main() {
  for (let i = 0; i < 1000; i += 1) await createTask(named[name]());
}

run(main());
