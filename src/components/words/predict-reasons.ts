/** Words of predictions' reasons. They are put together from the record when the site is built, so that no page carries them. */
import { seconds } from './numbers.ts';

/** `A`, `A and B`, `A, B and C`. */
const listed = (all: readonly string[]): string =>
  all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`;

const at = (line: number | undefined): string => (line === undefined ? '' : ` at line ${line}`);

export const reasonWords = {
  outside: 'the program printed it outside of any task.',
  begin: 'the program printed it before its loop began.',
  same: (task: string, blocked: number) =>
    `${task} was still running${blocked > 0 ? `, and had blocked for ${seconds(blocked)}` : ''}: it had not suspended since the line before.`,

  /** Its causes, first to last. */
  ready: (task: string, links: readonly string[]) => `${task} was ready, because ${links.join(' → ')}.`,
  thenBlocked: (t: number) => `It then blocked for ${seconds(t)}.`,
  unknown: 'the record does not tell why.',

  jumped: (from: number, to: number, tasks: readonly string[]) =>
    `From ${seconds(from)} to ${seconds(to)}: nobody could run, so the clock jumped to the next timer${tasks.length === 0 ? '' : `: that of ${listed(tasks)}`}.`,
  blocked: (from: number, to: number, task: string | undefined) =>
    `From ${seconds(from)} to ${seconds(to)}: ${task ?? 'the program'} blocked, and nobody else could run.`,
  noTime: 'No time passed: there was nothing to wait for.',

  printedSoFar: (text: string) => `printed: ${text}`,
  clock: (t: number) => `The clock stands at ${seconds(t)}.`,
  suspended: (task: string, line: number | undefined) => `${task} has just suspended${at(line)}.`,
  ended: (task: string) => `${task} has just ended.`,
  stands: (line: number | undefined) => (line === undefined ? 'has not begun' : `stands at line ${line}`),
  behind: (said: string, ahead: string) =>
    `${said} is ready, too. But it stands behind ${ahead} in the queue, and the queue is first in, first out.`,
  notReady: (said: string) => `${said} is not ready.`,
  waits: {
    timer: (said: string, when: number) => `${said} waits for its timer, which is due at ${seconds(when)}.`,
    lane: (said: string, other: string) => `${said} waits for ${other}, which is not done.`,
    future: (said: string, future: string) => `${said} waits for ${future}, which has no result yet.`,
  },
} as const;
