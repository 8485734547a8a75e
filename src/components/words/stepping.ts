/** Words of moving through a run: controls, panels, table, keys. Loaded with the timeline, not with a page. */
import { count, seconds } from './numbers.ts';

export const steppingWords = {
  region: 'Timeline',
  lanes: 'The tasks of this run, from left to right in the order of its steps. The table of steps says the same in words.',
  /** Steps are from 1 on screen. */
  place: (step: number, steps: number) => `Step ${step.toLocaleString('en')} of ${steps.toLocaleString('en')}`,
  turn: (n: number) => `Iteration ${n.toLocaleString('en')}`,
  beforeTurns: 'Before the first iteration',
  clock: 'Virtual clock',
  why: 'Why now',
  line: (n: number) => `Line ${String(n)}`,
  notWhole: (events: number) =>
    `This run is long: the record keeps its last part, and ${count(events, 'event', 'events')} before that are dropped. What was queued or set before is not shown.`,
  noEvents: 'This run has no events to look at.',
  stale: 'Your code has changed since, so no line is marked.',
  nearest: (asked: number, steps: number) =>
    `The link asks for step ${asked.toLocaleString('en')}. This run has ${count(steps, 'step', 'steps')}: the nearest is shown.`,

  controls: {
    label: 'Move through the run',
    first: 'First',
    back: 'Back',
    play: 'Play',
    pause: 'Pause',
    next: 'Next',
    last: 'Last',
    speed: 'Speed',
    /** Virtual seconds in a real one. */
    factor: (factor: number) => `×${factor < 1 ? `1/${String(1 / factor)}` : String(factor)}`,
    speedTitle: 'Virtual seconds in a real second',
    slider: 'Position',
    link: 'Link to this step',
    copied: 'Copied: the address of this step.',
    address: 'The address of this step',
  },

  ofTask: {
    label: (task: string) => `Steps of ${task}`,
    earlier: 'Earlier',
    later: 'Later',
  },

  queue: {
    title: 'Ready queue',
    running: 'Running',
    nobody: 'nobody: the loop itself is at work',
    outside: 'the program, outside of the loop',
    empty: 'empty',
    starts: 'starts',
    resumes: 'resumes',
    callback: 'a callback',
    thisTurn: 'in this iteration',
    nextTurn: 'in the next iteration',
    skipped: 'cancelled, will be passed over',
    more: (n: number) => `and ${n.toLocaleString('en')} more`,
    all: (n: number) => `· ${n.toLocaleString('en')}`,
  },
  timers: {
    title: 'Timers',
    none: 'none set',
    wakes: 'wakes',
  },
  output: {
    title: 'Output so far',
    nothing: 'nothing printed yet',
    earlier: (n: number) => `${count(n, 'line', 'lines')} before`,
  },

  table: {
    title: 'Steps',
    step: 'Step',
    time: 'Time',
    what: 'What happens',
    filter: 'Show',
    all: 'all steps',
    prints: 'printed lines',
    tasks: 'One task',
    none: 'There is no such step in this run.',
    earlier: (n: number) => `${count(n, 'row', 'rows')} before`,
    later: (n: number) => `${count(n, 'row', 'rows')} after`,
    goTo: (step: number) => `Go to step ${step.toLocaleString('en')}`,
  },

  keys: {
    title: 'Keys',
    lead: 'They work while the focus is in the timeline.',
    all: [
      ['→  ←', 'one step on, or back'],
      ['Shift with → or ←', 'the next or the last step of the chosen task, or of the one that this step is about'],
      ['n  p', 'the next printed line, or the one before'],
      ['t  Shift with t', 'the next iteration of the loop, or the one before'],
      ['Home  End', 'first step, last step'],
      ['Space', 'play, pause'],
      ['+  −', 'zoom'],
    ],
    play: (longest: number) =>
      `Played at ×1, a virtual second takes a real second. Work takes no virtual time, so each of its steps is shown for a moment. No wait takes longer than ${seconds(longest)}.`,
  },
} as const;
