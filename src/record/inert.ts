/**
 * Makes a finished record plain data of bounded size. What is observed are the program's own objects: it may have put anything in place of a task's name, a
 * future's state or a function's, and what is put there would be called by `JSON.stringify` (`toJSON`), or be a name of a million letters in each event.
 *
 * Keeps true: nothing of what it meets is called, or even looked into; what belongs where it stands is left as it is.
 */
import type { RunRecord, TaskInfo } from './record.ts';
import { cut, MAX_TEXT } from './text.ts';

/** The longest name in a record, in UTF-16 units. */
const MAX_NAME = 200;
/** Fields that hold names. */
const NAMES: ReadonlySet<string> = new Set(
  'task by name coroutine function file thread kind state on wokenBy future handle type category'.split(' '),
);
/** Fields that hold objects and lists which the recorder has made. */
const OURS: ReadonlySet<string> = new Set(
  'position frames exceptions error seenAt pending output events tasks warnings dropped'.split(' '),
);
const STATES: ReadonlySet<unknown> = new Set<TaskInfo['state']>(['pending', 'finished', 'failed', 'cancelled']);
/** What stands for something that does not belong there. */
const STRANGE = '?';

/** Puts right what is not plain. @returns the same record */
export function inert(record: RunRecord): RunRecord {
  clean(record as unknown as Record<string, unknown>);
  for (const task of record.tasks) if (!STATES.has(task.state)) (task as { state: TaskInfo['state'] }).state = 'pending';
  return record;
}

/** Goes through an object or a list of the recorder's own. */
function clean(ours: Record<string, unknown>, isName = false): void {
  for (const key of Object.keys(ours)) {
    const value = ours[key];
    if (typeof value === 'number' || typeof value === 'boolean' || value === null || value === undefined) continue;
    const named = isName || NAMES.has(key);
    if (typeof value === 'string') {
      const limit = named ? MAX_NAME : MAX_TEXT;
      if (value.length > limit) ours[key] = cut(value, limit);
    } else if (typeof value === 'object' && !isName && (Array.isArray(ours) || OURS.has(key)))
      clean(value as Record<string, unknown>, key === 'pending');
    else ours[key] = STRANGE;
  }
}
