import { createTask, gather, run, sleep, ValueError } from 'asyncio';
import * as random from 'random';

async function worker(name: string, seconds: number) {
  await sleep(seconds);
  console.log(`${name} ${seconds}`);
  return name;
}

async function main() {
  random.seed(-3);
  const names = ['ada', 'bob', 'cyd', 'dan', 'eve'];
  random.shuffle(names);
  const numbers = Array.from({ length: 99 }, (_, i) => i + 1);
  const waits = random.sample(numbers, 5);
  const tasks = names.map((name, i) => createTask(worker(name, waits[i] ?? 0), { name }));
  await sleep(random.randrange(5, 60, 5));
  const chosen = random.choice(tasks);
  console.log(`cancel ${chosen.getName()}: ${chosen.cancel() ? 'True' : 'False'}`);
  const results = await gather(...tasks, { returnExceptions: true });
  console.log(results.map((result) => (typeof result === 'string' ? result : 'cancelled')).join(' '));
  console.log(random.choices(['red', 'green', 'blue'], [5, 3, 1], { k: 6 }).join(' '));
  try {
    random.randint(6, 1);
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    console.log(error.message);
  }
}

run(main());
