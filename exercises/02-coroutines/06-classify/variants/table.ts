// A table of questions; the first yes wins.
import { createTask, isasyncgen, iscoroutine, iscoroutinefunction, isfuture, run, sleep } from 'asyncio';

export type Kind = 'coroutine' | 'async generator' | 'coroutine function' | 'future' | 'other';

const QUESTIONS: [Kind, (x: unknown) => boolean][] = [
  ['future', (x) => isfuture(x)],
  ['coroutine function', (x) => iscoroutinefunction(x)],
  ['async generator', (x) => isasyncgen(x)],
  ['coroutine', (x) => iscoroutine(x)],
];

export const classify = (x: unknown): Kind => QUESTIONS.find(([, asks]) => asks(x))?.[0] ?? 'other';

async function page(): Promise<string> {
  await sleep(1);
  return 'page';
}

async function main(): Promise<void> {
  const made = page();
  console.log('page: ' + classify(page));
  console.log('page(): ' + classify(made));
  console.log('a task: ' + classify(createTask(made)));
  console.log('42: ' + classify(42));
}

run(main());
