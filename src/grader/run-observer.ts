/** The grader's own look at a run, beside the recorder's: which task was the main one, what blocked, what was left. */
import { currentTaskName, type ObservedTask, type Observer } from '../runtime/index.ts';
import type { Block, RunFacts } from './run-facts.ts';

/** An observer of one run, and what it saw. */
export function observeFacts(): { readonly observer: Observer; readonly facts: () => RunFacts } {
  const mainTasks = new Set<string>();
  const roots = new Set<ObservedTask>();
  const pending = new Set<ObservedTask>();
  const leftRunning: string[] = [];
  const blocks: Block[] = [];
  return {
    observer: {
      taskCreate(task) {
        // What is made outside of every task is what `asyncio.run` makes: the main task, and the runner's own at the end.
        if (currentTaskName() === null) {
          roots.add(task);
          mainTasks.add(task.getName());
        }
        pending.add(task);
      },
      taskDone(task) {
        pending.delete(task);
        if (roots.has(task)) for (const left of pending) leftRunning.push(`${left.getName()} (${left.coroutineName})`);
      },
      clockBlock(seconds) {
        blocks.push({ lasted: seconds, by: currentTaskName() });
      },
    },
    facts: () => ({ mainTasks, blocks, leftRunning }),
  };
}
