import { gather, getRunningLoop, run, RuntimeError, sleep } from 'asyncio';
import { Random } from 'random';

async function fetch(name: string, dice: Random) {
  for (let attempt = 1; attempt < 5; attempt += 1) {
    const pause = dice.uniform(0.5, 2 ** attempt);
    await sleep(pause);
    if (dice.random() < 0.4) {
      console.log(`${name} answers after ${attempt}, last pause ${pause}`);
      return name;
    }
  }
  throw new RuntimeError(`${name} gives up`);
}

async function main() {
  const loop = getRunningLoop();
  const dice = new Random('loopwise');
  const hosts = Array.from({ length: 8 }, (_, n) => fetch(`host-${n}`, dice));
  const results = await gather(...hosts, { returnExceptions: true });
  console.log(`${results.filter((result) => typeof result === 'string').length} of ${results.length}`);
  console.log(loop.time().toFixed(6));
}

run(main());
