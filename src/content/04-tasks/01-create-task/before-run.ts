import { createTask, run, RuntimeError } from 'asyncio';

async function work(where: string) {
  console.log('works', where);
}

const coroutine: any = work('outside');
try {
  createTask(coroutine);
} catch (error) {
  if (!(error instanceof RuntimeError)) throw error;
  console.log('RuntimeError:', error.message);
  coroutine.close();
}

async function main() {
  const task = createTask(work('inside'));
  console.log('made', task.getName());
  await task;
}

run(main());
