/** Words of the steps of a run: one sentence each, and what led to it. Loaded with the timeline, not with a page. */
import { count, seconds } from './numbers.ts';

const quoted = (text: string): string => `“${text}”`;

/** `A`, `A and B`, `A, B and C`; of very many only the first. */
const listed = (all: readonly string[], most = 5): string => {
  const shown = all.length > most ? [...all.slice(0, most - 1), `${String(all.length - most + 1)} more`] : all;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
};

const over = { finished: 'is done', failed: 'has failed', cancelled: 'is cancelled' } as const;

const joins = (lanes: readonly string[]): string => `${listed(lanes)} ${lanes.length === 1 ? 'joins' : 'join'} the queue.`;

export const stepWords = {
  /** `count (Task-2)`. */
  lane: (what: string, which: string) => (which === '' ? what : `${what} (${which})`),
  program: 'the program',
  aCallback: 'a callback',
  /**
   * Callbacks of asyncio itself, by their names: who acts in them, what they do, and what they are called in the queue. `of` is the task or the future
   * they are about.
   */
  callback: {
    'gather._done_callback': ['gather', (of) => `gather hears that ${of} is done`, (of) => `gather, because ${of} is done`],
    _run_until_complete_cb: ['run', (of) => `run hears that ${of} is done`, (of) => `run, because ${of} is done`],
    'TaskGroup._on_task_done': [
      'the task group',
      (of) => `the task group hears that ${of} is done`,
      (of) => `task group, because ${of} is done`,
    ],
    '_wait._on_completion': ['wait', (of) => `wait hears that ${of} is done`, (of) => `wait, because ${of} is done`],
    'shield._inner_done_callback': ['shield', (of) => `shield hears that ${of} is done`, (of) => `shield, because ${of} is done`],
    'Timeout._on_timeout': ['the timeout', () => 'the deadline of a timeout is reached', () => 'deadline of a timeout'],
    _set_result_unless_cancelled: ['the timer', (of) => `the sleep of ${of} is over`, (of) => `timer of ${of}`],
    deliver: ['the thread', () => 'a thread hands over what its function gave', () => 'result from a thread'],
  } as Readonly<Record<string, readonly [who: string, does: (of: string) => string, queued: (of: string) => string]>>,

  begin: 'The program begins.',
  beginLate: 'The record begins here. What came before was dropped, because the run is so long.',
  /** Of the runtime's own tasks. */
  tidies: (what: string) => `asyncio tidies up: ${what}`,
  turn: (n: number) => `Iteration ${n.toLocaleString('en')} of the loop.`,
  jumps: (to: number) => `Nothing was ready, so the clock jumps to the next timer, at ${seconds(to)}.`,
  due: (n: number) => `${count(n, 'timer is', 'timers are')} due.`,
  queued: (tasks: readonly string[], callbacks: number) =>
    `In the queue: ${listed(callbacks === 0 ? tasks : [...tasks, count(callbacks, 'callback', 'callbacks')])}.`,
  start: (lane: string) => `${lane} starts.`,
  resume: (lane: string, because: string | undefined) =>
    because === undefined ? `${lane} resumes.` : `${lane} resumes: ${because}.`,
  thrown: (lane: string, error: string) => `${lane} resumes, and ${error} is raised in it.`,
  suspend: {
    timer: (lane: string, when: number) => `${lane} suspends: it sleeps until ${seconds(when)}.`,
    on: (lane: string, what: string) => `${lane} suspends: it waits for ${what}.`,
    turn: (lane: string) => `${lane} suspends and joins the end of the queue: it lets the others run.`,
    unknown: (lane: string) => `${lane} suspends.`,
  },
  done: (lane: string, result: string | undefined) =>
    result === undefined ? `${lane} is done.` : `${lane} is done and returns ${result}.`,
  failed: (lane: string, error: string | undefined) =>
    error === undefined ? `${lane} has failed.` : `${lane} ends with ${error}.`,
  cancelled: (lane: string) => `${lane} is cancelled.`,
  create: (by: string, lane: string) => `${by} makes ${lane}, which joins the queue.`,
  createEager: (by: string, lane: string) => `${by} makes ${lane}, which starts at once.`,
  cancel: (by: string, lane: string) => `${by} asks ${lane} to cancel: a CancelledError will be raised where it waits.`,
  uncancel: (lane: string) => `One cancellation of ${lane} is taken back.`,
  print: (by: string, text: string) => `${by} prints ${quoted(text)}.`,
  block: (by: string, t: number) => `${by} blocks for ${seconds(t)}: nobody else can run.`,
  settle: {
    finished: (by: string, future: string) => `${by} gives ${future} its result.`,
    failed: (by: string, future: string) => `${by} gives ${future} an error.`,
    cancelled: (by: string, future: string) => `${by} cancels ${future}.`,
  },
  timer: (when: number) => `The timer for ${seconds(when)} fires`,
  joins,
  /** What happens, and who joins the queue by it. */
  then: (what: string, lanes: readonly string[]) => (lanes.length === 0 ? `${what}.` : `${what}: ${joins(lanes)}`),
  because: (what: string, why: string) => `${what}: ${why}`,
  runs: (callback: string) => `${callback} runs`,
  thread: (lane: string) => `${lane} begins.`,
  warns: (text: string) => `A warning: ${text}`,
  logs: (text: string) => `asyncio logs: ${text}`,
  handles: (text: string) => `The loop’s exception handler is told: ${text}`,
  raises: (text: string) => `The program ends with ${text}.`,
  deadlock: 'Deadlock: everything waits, and nothing is left that could wake it.',
  close: 'The loop is closed.',
  end: {
    finished: 'The program ends.',
    raised: 'The program has ended with an error.',
    deadlock: 'The run ends here: nothing could go on.',
    stopped: 'The run was stopped here.',
    'over-budget': 'The run was ended here: it was over its limit.',
  },

  future: {
    gather: 'gather',
    other: (id: string) => `future ${id}`,
  },

  /** Links of the chain that led to a step. */
  cause: {
    program: 'run was called',
    slept: 'its sleep is over',
    timer: (when: number) => `the timer for ${seconds(when)} fired`,
    over: (what: string, state: keyof typeof over) => `${what} ${over[state]}`,
    created: (by: string) => `${by} made it`,
    cancelled: (by: string) => `${by} cancelled it`,
    yielded: 'it let the others run',
    called: (by: string) => `${by} had it called`,
    set: (by: string) => `${by} set it`,
    callback: (callback: string) => callback,
    thread: (lane: string) => `${lane} has ended`,
    ready: (lane: string) => `${lane} was ready`,
  },
} as const;
