// tries: to catch the error that ends a program of too many steps, and to go on
// must: end loop-steps or turns or wall-clock
import { run, sleep } from 'asyncio';

async function main() {
  for (;;) {
    try {
      for (;;) await sleep(0);
    } catch {}
  }
}

for (;;) {
  try {
    run(main());
  } catch {}
}
