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

    legendTitle: 'What the marks mean',
    legend: {
      running: 'runs: one task at a time',
      ready: 'is ready: its turn will come',
      waiting: 'waits, and for what',
      blocking: 'blocks: nobody else runs',
      thread: 'goes on in a thread',
      cancelling: 'is being cancelled',
      done: 'done',
      failed: 'failed',
      cancelled: 'cancelled',
      many: 'many in a row: how many wait, are ready, run',
      made: 'makes a task',
      print: 'prints',
      turn: 'an iteration of the event loop',
      timer: 'a timer fires',
      program: 'a callback, or the program outside of tasks',
      trouble: 'a warning, a log line, an error',
      jump: 'all wait: the clock jumps',
    },

    picture: {
      cutSteps: (shown: number, all: number) => `Cut: ${shown.toLocaleString('en')} of ${count(all, 'step', 'steps')} are shown.`,
      cutRows: (shown: number, all: number) => `Cut: ${shown.toLocaleString('en')} of ${count(all, 'row', 'rows')} are shown.`,
    },

    save: {
      title: 'Save this run',
      kinds: { svg: 'Picture (SVG)', png: 'Picture (PNG)', trace: 'Chrome trace' },
      saved: (file: string) => `Saved ${file}.`,
      savedTrace: (file: string) => `Saved ${file}. It opens in Perfetto (ui.perfetto.dev).`,
      failed: (why: string) => `It could not be saved: ${why}`,
      noCanvas: 'this browser gives no canvas of that size',
    },
  },
} as const;
