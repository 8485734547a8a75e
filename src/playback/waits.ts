/** What a task waits on, told from the future that it awaits: by the kind of that future, by the timer that will end it, by the thread. */
import type { RunRecord, TraceEvent } from '../record/index.ts';
import { futureOf, numberOf, textOf, whenOf } from './fields.ts';
import type { Identities } from './identities.ts';
import type { Waits } from './playback.ts';
import type { Threads } from './threads.ts';

/** The kind of the futures that `gather` makes. */
const GATHERING = '_GatheringFuture';

/** What a `task.suspend` waits on. To be asked in the order of events. */
export function waitsOf({ events }: RunRecord, { laneOfTask }: Identities, threads: Threads): (suspend: TraceEvent) => Waits {
  const kinds = new Map<string, string>();
  const dueAt = new Map<string, number>();
  let next = 0;

  return (suspend) => {
    for (let event = events[next]; event !== undefined && event.i <= suspend.i; event = events[next]) {
      learn(event);
      next += 1;
    }
    const task = laneOfTask(numberOf(suspend, 'onTask'));
    if (task !== undefined) return { on: 'task', lane: task };
    const future = textOf(suspend, 'on') ?? '';
    if (future === 'yield') return { on: 'turn' };
    const lane = threads.laneOf(future);
    if (lane !== undefined) return { on: 'thread', future, lane };
    const kind = kinds.get(future);
    if (kind === GATHERING) return { on: 'gather', future };
    const when = dueAt.get(future);
    if (when !== undefined) return { on: 'timer', future, when };
    return kind === undefined ? { on: 'future', future } : { on: 'future', future, kind };
  };

  function learn(event: TraceEvent): void {
    const future = textOf(event, 'future');
    const kind = textOf(event, 'kind');
    if (future !== undefined && kind !== undefined) kinds.set(future, kind);
    if (event.ev !== 'timer.set' && event.ev !== 'timer.cancel') return;
    const ends = futureOf(textOf(event, 'callback') ?? '');
    if (ends === undefined) return;
    if (event.ev === 'timer.set') dueAt.set(ends, whenOf(event));
    else dueAt.delete(ends);
  }
}

/** The future that is waited for, where it is one. */
export function awaited(waits: Waits | undefined): string | undefined {
  return waits === undefined || !('future' in waits) ? undefined : waits.future;
}
