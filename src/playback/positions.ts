/** Gives the steps the lanes that they are about, and the lines to look at: where the running task is by the end of the step. */
import type { RunRecord, SourcePosition, TraceEvent } from '../record/index.ts';
import { placeOf } from './fields.ts';
import { NOBODY, type Identities } from './identities.ts';
import type { StepKind } from './playback.ts';
import type { StepDraft } from './steps.ts';
import type { Threads } from './threads.ts';

/** Steps that stand where the task stands that they are about. */
const OWN: ReadonlySet<StepKind> = new Set(['start', 'resume', 'suspend', 'done']);
/** Steps that stand where the task stands that runs. */
const WITHIN: ReadonlySet<StepKind> = new Set(['create', 'cancel', 'uncancel', 'print', 'block', 'settle', 'thread', 'trouble']);
/** Steps that are about the task that runs. */
const ABOUT_RUNNING: ReadonlySet<StepKind> = new Set(['print', 'block', 'settle', 'trouble']);

export function setPositions(record: RunRecord, steps: readonly StepDraft[], identities: Identities, threads: Threads): void {
  const { events, output } = record;
  const { laneOf } = identities;
  /** Where each lane stands, as far as is known. */
  const standing = new Map<number, SourcePosition>();
  /** The line of output of the next print: they are matched from the end, since the oldest events may be gone. */
  let line = output.length - steps.reduce((count, { kind }) => count + (kind === 'print' ? 1 : 0), 0);

  for (const step of steps) {
    const event = events[step.event];
    if (event === undefined) continue;
    const told = toldBy(event, step.kind);
    const lane = laneOf[step.event] ?? NOBODY;
    const runner = step.by === NOBODY ? undefined : step.by;
    const about = lane !== NOBODY ? lane : ABOUT_RUNNING.has(step.kind) ? runnerOf(event, step, runner) : undefined;
    if (about !== undefined) step.lane = about;
    const stands = OWN.has(step.kind) ? lane : WITHIN.has(step.kind) ? runner : undefined;
    if (stands !== undefined && told !== undefined) standing.set(stands, told);
    const position = told ?? (stands === undefined ? undefined : standing.get(stands));
    if (position !== undefined) step.position = position;
  }

  function toldBy(event: TraceEvent, kind: StepKind): SourcePosition | undefined {
    if (event.ev === 'error') return record.error?.frames.at(-1);
    return kind === 'print' ? output[line++]?.position : placeOf(event);
  }

  /** Whose code it is; what is printed by no task may be a thread's. */
  function runnerOf({ task }: TraceEvent, { kind, event }: StepDraft, runner: number | undefined): number | undefined {
    return kind === 'print' && typeof task !== 'string' ? threads.inside(event) : runner;
  }
}
