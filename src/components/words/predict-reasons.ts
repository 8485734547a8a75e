/** Words of predictions' reasons. They are put together from the record when the site is built, so that no page carries them. */
import { seconds } from './numbers.ts';

/** `A`, `A and B`, `A, B and C`. */
const listed = (all: readonly string[]): string =>
  all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`;

const at = (line: number | undefined): string => (line === undefined ? '' : ` at line ${line}`);
const over = (state: string): string => (state === 'finished' ? 'is done' : state === 'failed' ? 'has failed' : 'is cancelled');

export const reasonWords = {
  task: (name: string, coroutine: string) => (coroutine === '' ? name : `${name} (${coroutine})`),
  outside: 'the program printed it outside of any task.',
  begin: 'the program printed it before its loop began.',
  same: (task: string, blocked: number) =>
    `${task} was still running${blocked > 0 ? `, and had blocked for ${seconds(blocked)}` : ''}: it had not suspended since the line before.`,

  /** Causes, first to last, then who ran. */
  chain: (task: string, links: readonly string[]) => `${[...links, `${task} ran`].join(' → ')}.`,
  program: 'run was called',
  timer: (when: number) => `the timer for ${seconds(when)} fired`,
  became: (name: string, state: string) => `${name} ${over(state)}`,
  created: (task: string | undefined) => `${task ?? 'the program'} made it`,
  cancelled: (task: string | undefined) => `${task ?? 'the program'} cancelled it`,
  yielded: 'it had let the others run',
  called: (task: string | undefined) => `${task ?? 'the program'} called it soon`,
  callback: (callback: string) => `${callback} ran`,
  thread: (name: string) => `${name} ended in its thread`,

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
    task: (said: string, other: string) => `${said} waits for ${other}, which is not done.`,
    gather: (said: string) => `${said} waits for a gather, and not everything that it gathers is done.`,
    thread: (said: string, other: string) => `${said} waits for ${other} in its thread.`,
    future: (said: string) => `${said} waits for a future that has no result yet.`,
  },
} as const;
