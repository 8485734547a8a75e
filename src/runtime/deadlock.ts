/** The words for a deadlock (LOOP-18): who waits, where, and for what. */
import { DeadlockError } from './errors.ts';
import type { Future } from './future.ts';
import { GatheringFuture } from './gather.ts';
import { withHint } from './hints.ts';
import { Task } from './task.ts';

/** The error for tasks of which none can go on. */
export function deadlockError(tasks: readonly Task[]): DeadlockError {
  if (tasks.length === 0) {
    return withHint(
      new DeadlockError('deadlock: the loop would wait for ever: nothing is scheduled, and no task is left'),
      'Something must call `loop.stop()`, or end the future that `runUntilComplete` was given.',
    );
  }
  const lines = tasks.map((task) => `  ${line(task)}`);
  const error = new DeadlockError(
    ['deadlock: the loop would wait for ever; nothing is scheduled that could wake a task. Waiting:', ...lines].join('\n'),
  );
  return withHint(error, 'Each of these waits for something that only another of them, or nobody, would do.');
}

function line(task: Task): string {
  const frame = task.frame();
  const where = frame === undefined ? '' : ` in ${frame.function}() at ${frame.file}:${frame.line}`;
  return `${task.getName()} (${task.coroutineName})${where} waits for ${waitsFor(task._waiter)}`;
}

function waitsFor(waiter: Future | undefined): string {
  if (waiter === undefined) return 'its next step';
  if (waiter instanceof Task) return waiter.getName();
  if (waiter instanceof GatheringFuture)
    return `a gather of ${waiter.children
      .filter((child) => !child.done())
      .map(waitsFor)
      .join(', ')}`;
  return `a ${waiter.kind} that nobody ends`;
}
