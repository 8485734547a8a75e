// Lets go before each line, and starts three tasks by hand.
import { createTask, run, sleep } from 'asyncio';

export async function countdown(name: string, from: number): Promise<void> {
  while (from > 0) {
    await sleep(0);
    console.log(name, from);
    from -= 1;
  }
}

export async function main(): Promise<void> {
  const tasks = ['a', 'b', 'c'].map((name) => createTask(countdown(name, 3)));
  for (const task of tasks) await task;
}

run(main());
