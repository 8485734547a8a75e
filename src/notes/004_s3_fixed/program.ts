import { createTask, gather, iscoroutine, run, RuntimeError } from 'asyncio';
import type { Coroutine } from 'asyncio';

async function child(n: number) {
  console.log(`child ${n}`);
  return n;
}

async function main() {
  console.log('main running');
  const task = createTask(child(1)); // scheduled, not started yet
  console.log('task created, not started');
  const results = await gather(task, child(2));
  console.log(`[${results.join(', ')}]`);
  return 'done';
}

const c = main(); // runs nothing: a coroutine object, not an address
console.log(iscoroutine(c) ? 'coroutine' : typeof c);
(c as unknown as Coroutine<string>).close(); // else: RuntimeWarning never awaited
console.log(run(main()));
const create = createTask as (...given: unknown[]) => unknown;
for (const bad of [() => create(), () => create(undefined)]) {
  try {
    bad();
  } catch (e) {
    if (!(e instanceof TypeError || e instanceof RuntimeError)) throw e;
    console.log(`${e.name} ${e.message}`);
  }
}
