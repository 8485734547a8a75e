// A chain in one line, and tasks that are asked for their error.
import { createTask, run, sleep, ValueError, wait } from 'asyncio';

/** Part k of chain n takes n seconds. Part 2 fails in every chain with an even number. Leave it as it is. */
export async function part(k: number, n: number, before: string): Promise<string> {
  await sleep(n);
  if (k === 2 && n % 2 === 0) throw new ValueError(`part 2 of chain ${n}`);
  console.log(`chain ${n}: part ${k}`);
  return `${before}${k}`;
}

const chain = async (n: number): Promise<string> => await part(3, n, await part(2, n, await part(1, n, '')));

export async function runAll(ns: number[]): Promise<string[]> {
  if (ns.length === 0) return [];
  const tasks = ns.map((n) => createTask(chain(n)));
  await wait(tasks);
  return tasks.map((task) => {
    const error = task.exception();
    return error instanceof Error ? `failed: ${error.message}` : task.result();
  });
}

async function main(): Promise<void> {
  console.log(await runAll([1, 2, 3]));
}

run(main());
