/** Words of the timeline: its picture, its controls, its panels. Loaded with them, not with a page. */
import { count, seconds } from './numbers.ts';

export const timelineWords = {
  drawing: {
    rows: 'Tasks',
    loop: 'event loop',
    /** A row that stands for many. */
    group: (coroutine: string, n: number) => `${coroutine} × ${n.toLocaleString('en')}`,
    internal: (n: number) => `of asyncio itself × ${n.toLocaleString('en')}`,
    fold: (name: string) => `Fold ${name}`,
    unfold: (name: string) => `Unfold ${name}`,
    thread: 'in a thread',
    gap: (t: number) => `+${seconds(t)}`,
    /** In two short lines. */
    allWait: ['all wait:', 'clock jumps'],
    nobodyElse: ['nobody', 'else runs'],
    blocksFor: (t: number) => `blocks ${seconds(t)}`,

    state: {
      none: 'not made yet',
      ready: 'ready',
      running: 'running',
      waiting: 'waiting',
      blocking: 'blocking',
      finished: 'done',
      failed: 'failed',
      cancelled: 'cancelled',
    },
    cancelling: (state: string) => `${state}, being cancelled`,
    waits: {
      timer: (when: number) => `sleeps until ${seconds(when)}`,
      timerShort: (when: number) => `until ${seconds(when)}`,
      task: (name: string) => `waits for ${name}`,
      gather: 'waits for gather',
      gatherShort: 'gather',
      thread: (name: string) => `waits for ${name} in a thread`,
      future: (name: string) => `waits for ${name}`,
      turn: 'lets others run',
    },
    /** How many of a group are in each state. */
    tally: (parts: readonly (readonly [n: number, state: string])[]) =>
      parts.map(([n, state]) => `${n.toLocaleString('en')} ${state}`).join(', '),

    at: (step: number, steps: number, t: number) =>
      `step ${step.toLocaleString('en')} of ${steps.toLocaleString('en')}, at ${seconds(t)}`,
    line: (line: number) => `line ${line}`,
    prints: (text: string) => `prints ${text}`,
    zoom: 'Zoom',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    zoomFit: 'Show the whole run',
    jumps: (from: number, to: number) => `the clock jumps from ${seconds(from)} to ${seconds(to)}: nobody could run before`,
    blocks: (name: string, t: number) => `${name} blocks for ${seconds(t)}: nobody else runs`,
    more: (n: number) => count(n, 'more', 'more'),
  },
} as const;
