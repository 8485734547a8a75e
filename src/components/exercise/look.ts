/** A failed test's run once more, and beside it the reference's under the same test and the same latencies: both with their events, to be looked at. */
import type { CompiledProgram } from '../../compiler/index.ts';
import type { Replayed, ReplayOf } from '../../grader/index.ts';
import type { RunRecord } from '../../record/index.ts';
import type { Job, Sandbox } from '../../sandbox/page.ts';

/** What is there to look at. */
export interface LookView {
  /** The code that was checked. */
  readonly of: string;
  readonly test: { readonly name: string; readonly seed?: number | undefined };
  /** Undefined while it is on its way. */
  readonly yours?: Replayed;
  /** It comes after yours. */
  readonly reference?: RunRecord;
  /** What could not be run once more: why. Without the reference's run there is still yours. */
  readonly failure?: string;
}

interface Looking {
  readonly sandbox: Pick<Sandbox, 'replay'>;
  readonly tests: CompiledProgram;
  readonly of: ReplayOf;
  /** Fetches the compiled solution. */
  readonly reference: () => Promise<CompiledProgram>;
  /** Hears of each job, so that it can be stopped. */
  readonly begins: (job: Job<Replayed>) => void;
  readonly isStopped: () => boolean;
  readonly show: (part: Pick<LookView, 'yours' | 'reference'>) => void;
}

/** Runs the test with `program`, and then with the reference. @returns false when it was stopped on its way */
export async function replayBoth(program: CompiledProgram, looking: Looking): Promise<boolean> {
  const { sandbox, tests, of, reference, begins, isStopped, show } = looking;
  const again = (by: CompiledProgram, run: number | undefined): Promise<Replayed> => {
    const job = sandbox.replay({ program: by, tests, of: { ...of, run } });
    begins(job);
    return job.result;
  };
  const yours = await again(program, of.run);
  if (isStopped()) return false;
  show({ yours });
  const theirs = await reference();
  if (isStopped()) return false;
  const { record } = await again(theirs, yours.run);
  if (isStopped()) return false;
  show({ reference: record });
  return true;
}
