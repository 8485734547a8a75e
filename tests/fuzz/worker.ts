/** A process of `npm run fuzz`: judges the seeds that it is sent, and answers each. */
import { Judge, type Finding } from './judge.ts';

/** What the worker says: that it is ready, or what became of a seed. */
export type WorkerMessage =
  | { readonly kind: 'ready'; readonly version: string }
  | { readonly kind: 'judged'; readonly seed: number; readonly finding: Finding | undefined }
  | { readonly kind: 'broken'; readonly seed: number; readonly error: string };

const judge = await Judge.start();

function say(message: WorkerMessage): void {
  process.send?.(message);
}

let before = Promise.resolve();
process.on('message', (seed: number) => {
  before = before.then(async () => {
    try {
      say({ kind: 'judged', seed, finding: await judge.judge(seed) });
    } catch (error) {
      say({ kind: 'broken', seed, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
});
process.on('disconnect', () => {
  process.exit();
});
say({ kind: 'ready', version: judge.version });
