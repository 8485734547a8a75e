// tries: to run for ever inside a getter, which is read while the loop runs
// must: end turns or wall-clock
import { run } from 'asyncio';

const trap = {
  get value() {
    for (;;) {}
  },
};

async function main() {
  return trap.value;
}

run(main());
