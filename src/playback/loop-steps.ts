/** What a step of a task or a callback comes to: how it ends, and who is woken by it. */
import { momentBefore, seen, withRefusal, type Decision, type Ending, type Refusal } from './loop-decision.ts';
import type { Lane, Playback, StepKind } from './playback.ts';

/** How a task's step ends: asked once for each place of the program. */
export function ending(playback: Playback, step: number, asked: Set<string>): Decision[] {
  const { steps, lanes } = playback;
  const { kind, lane, position } = steps[step] ?? {};
  if (lane === undefined || isNoTask(lanes[lane])) return [];
  const line = position?.line;
  const right = kind === 'done' ? 'done' : playback.spanOf(lane, step)?.waits?.on;
  const place = `${lanes[lane]?.coroutine ?? ''}:${right === 'done' ? 'end' : String(line)}:${right ?? ''}`;
  if (right === undefined || seen(asked, place)) return [];
  const at = line === undefined ? {} : { line };
  const refusal = (offered: Ending): Refusal | undefined => {
    if (offered === right) return undefined;
    if (right === 'done') return { because: 'ended' };
    if (offered === 'done') return { because: 'not-ended', ...at };
    return { because: right === 'turn' ? 'waits-for-nothing' : 'other-wait', ...at };
  };
  return [
    {
      asks: 'ending',
      step,
      moment: momentBefore(playback, step),
      choices: endingsOf(playback).map((each) => withRefusal({ pick: 'ending', ending: each }, refusal(each))),
    },
  ];
}

const ENDINGS: readonly Ending[] = ['timer', 'gather', 'task', 'thread', 'future', 'turn', 'done'];

/** The endings that are offered: those of this run, and the common ones. */
function endingsOf({ lanes }: Playback): Ending[] {
  const waits = new Set<Ending>(lanes.flatMap(({ spans }) => spans.flatMap((span) => span.waits?.on ?? [])));
  return ENDINGS.filter((each) => waits.has(each) || each === 'timer' || each === 'turn' || each === 'done');
}

/** Who becomes ready by a callback, such as gather's: asked where somebody waits for something else than a timer. */
export function whoWakes(playback: Playback, step: number): Decision[] {
  const waiting = playback.lanes.flatMap((lane, index) => {
    const span = playback.spanOf(index, step - 1);
    return !isNoTask(lane) && span?.state === 'waiting' ? [{ lane: index, waits: span.waits }] : [];
  });
  if (waiting.every(({ waits }) => waits?.on === 'timer')) return [];
  const before = momentBefore(playback, step);
  const end = lastOfHandle(playback, step);
  const [woken, ...others] = waiting.filter(({ lane }) => playback.spanOf(lane, end)?.state === 'ready').map(({ lane }) => lane);
  if (others.length > 0) return []; // there is more than one right answer
  return [
    {
      asks: 'wakes',
      step,
      moment: { ...before, queue: before.queue.slice(1), batch: before.batch - 1 }, // it is taken, and has not done its work yet
      choices: [
        ...waiting.map(({ lane, waits }) =>
          withRefusal(
            { pick: 'task', lane },
            lane === woken ? undefined : { because: 'waits', ...(waits === undefined ? {} : { waits }) },
          ),
        ),
        withRefusal({ pick: 'nobody' }, woken === undefined ? undefined : { because: 'all-done' }),
      ],
    },
  ];
}

/** The last step of the handle that begins to run in `step`. */
function lastOfHandle({ steps }: Playback, step: number): number {
  const next = steps.findIndex(({ kind }, place) => place > step && NEXT_HANDLE.has(kind));
  return next === -1 ? steps.length - 1 : next - 1;
}

const NEXT_HANDLE: ReadonlySet<StepKind> = new Set(['turn', 'start', 'resume', 'timer', 'callback', 'close', 'end']);

const isNoTask = (lane: Lane | undefined): boolean => lane?.kind !== 'task' || lane.internal;
