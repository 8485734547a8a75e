// A stopwatch with laps, and a group of tasks.
import { TaskGroup, asyncWith, run, sleep } from 'asyncio';
import * as time from 'time';

type Part = () => PromiseLike<void>;
type Chain = [name: string, first: Part, second: Part];

/** Gives the seconds since it was made, or since the lap before. */
class Stopwatch {
  readonly #start = time.monotonic();
  #lap = this.#start;

  lap(): string {
    const before = this.#lap;
    this.#lap = time.monotonic();
    return (this.#lap - before).toFixed(2);
  }

  inAll(): string {
    return (time.monotonic() - this.#start).toFixed(2);
  }
}

export async function chain(name: string, first: Part, second: Part): Promise<void> {
  const watch = new Stopwatch();
  let line = `chain ${name}: `;
  await first();
  line += watch.lap();
  await second();
  line += ` + ${watch.lap()} = ${watch.inAll()} s`;
  console.log(line);
}

export async function report(chains: Chain[]): Promise<void> {
  const watch = new Stopwatch();
  await asyncWith(new TaskGroup(), async (group) => {
    for (const [name, first, second] of chains) group.createTask(chain(name, first, second));
  });
  console.log(`total: ${watch.inAll()} s`);
}

run(
  report([
    ['1', () => sleep(4), () => sleep(7)],
    ['2', () => sleep(4), () => sleep(4)],
    ['3', () => sleep(0), () => sleep(4)],
  ]),
);
