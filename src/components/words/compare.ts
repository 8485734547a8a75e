/**
 * Words of two runs beside each other. Only what shows them imports this file: nobody else's page carries it.
 *
 * A run is called by a name that may stand at the beginning of a sentence and within: `your program`, `the reference`, or a title in quotes.
 */
import { count, seconds } from './numbers.ts';

const code = (text: string): string => `\`${text}\``;
const of = (line: number | undefined): string => (line === undefined ? '' : ` (line ${String(line)})`);
const inFlight = (n: number): string => (n === 0 ? 'none' : String(n));

/** With a capital letter. */
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const compareWords = {
  yours: 'your program',
  reference: 'the reference',
  title: sentence,
  about: (test: string) => `Two runs of “${test}”`,
  close: 'Close',
  latencies: (seed: number) =>
    `Both run with the latencies of seed ${String(seed)}: here each sleep takes up to twice its time, as answers of a network do.`,
  runs: (all: number) => `This test runs the program ${count(all, 'time', 'times')}.`,
  run: (place: number) => `Number ${String(place)}`,
  running: 'Running the test once more…',
  runningReference: 'Running the reference…',
  region: 'Two timelines',
  first: 'The first difference',
  nearly: 'Nearly the same',
  none: 'No difference',
  unseen: 'What the test looks at is not to be seen here.',
  lanes: (one: string) => `The tasks of ${one}, on the axis of time that both runs share.`,
  output: (one: string) => `Output of ${one}`,
  goThere: 'Go there',
  goToDifference: 'Go to the first difference',
  atLine: (line: number) => `Line ${String(line)}`,

  line: {
    moved: (text: string, first: string, t: number, second: string, later: number) =>
      `At ${seconds(t)} ${first} prints ${code(text)}; ${second} prints it at ${seconds(later)}.`,
    only: (text: string, t: number, one: string, other: string) =>
      `At ${seconds(t)} ${one} prints ${code(text)}; ${other} never does.`,
    oftener: (text: string, t: number, one: string, times: number, other: string, otherTimes: number) =>
      `At ${seconds(t)} ${one} prints ${code(text)}: ${count(times, 'time', 'times')} in all, where ${other} prints it ${count(otherTimes, 'time', 'times')}.`,
    instead: (text: string, t: number, one: string, other: string, otherText: string) =>
      `At ${seconds(t)} ${one} prints ${code(text)} where ${other} prints ${code(otherText)}.`,
    early: (text: string, one: string, other: string, otherText: string) =>
      `${sentence(one)} prints ${code(text)} where ${other} prints ${code(otherText)}.`,
  },
  order: {
    held: (who: string, other: string) =>
      `Within the same iteration of the loop ${who} goes on; in ${other} the others have their turn first.`,
    lines: 'The lines are the same and their times are, too; their order is not.',
  },
  blocked: {
    only: (who: string, from: number, to: number, line: number | undefined, other: string) =>
      `From ${seconds(from)} to ${seconds(to)} ${who} blocks the loop${of(line)}: nobody else can run. In ${other} the loop goes on.`,
    both: (who: string, from: number, to: number, line: number | undefined, other: string, otherFrom: number, otherTo: number) =>
      `From ${seconds(from)} to ${seconds(to)} ${who} blocks the loop${of(line)}: nobody else can run. In ${other} it is blocked from ${seconds(otherFrom)} to ${seconds(otherTo)}.`,
  },
  warned: (text: string, one: string, line: number | undefined, other: string) =>
    `In ${one} Python warns: ${text}${of(line)}. In ${other} it does not.`,
  cancelled: {
    only: (who: string, t: number, other: string) =>
      `At ${seconds(t)} ${who} is cancelled; in ${other} nothing is cancelled there.`,
    partner: (who: string, t: number, partner: string) =>
      `At ${seconds(t)} ${who} is cancelled; ${partner}, which plays the same part, is not.`,
  },
  raised: {
    only: (error: string, t: number, one: string, other: string) =>
      `At ${seconds(t)} ${one} ends with ${code(error)}; ${other} does not.`,
    both: (error: string, t: number, one: string, other: string, otherError: string) =>
      `At ${seconds(t)} ${one} ends with ${code(error)}; ${other} ends with ${code(otherError)}.`,
  },
  unfinished: {
    deadlock: (one: string, t: number) =>
      `${sentence(one)} never ends: from ${seconds(t)} on everything in it waits, and nothing is left that could wake it.`,
    'over-budget': (one: string, t: number) => `${sentence(one)} does not come to an end: at ${seconds(t)} it had to be ended.`,
    stopped: (one: string, t: number) => `${sentence(one)} was stopped at ${seconds(t)}.`,
    other: (other: string, t: number) => `${sentence(other)} ends at ${seconds(t)}.`,
  },
  returned: (one: string, result: string, otherResult: string, other: string) =>
    `${sentence(one)} gives ${code(result)}; ${other} gives ${code(otherResult)}.`,
  ended: (one: string, t: number, other: string, later: number) =>
    `${sentence(one)} ends at ${seconds(t)}, ${other} at ${seconds(later)}.`,
  atOnce: (t: number, one: string, n: number, other: string, m: number) =>
    `At ${seconds(t)} ${one} has ${n === 0 ? 'no task' : count(n, 'task', 'tasks')} in flight beside its main one, ${other} ${inFlight(m)}.`,
  alone: {
    timer: (t: number, one: string, other: string) => `At ${seconds(t)} a timer fires in ${one}, and none in ${other}.`,
    any: (t: number, one: string, other: string) => `At ${seconds(t)} something happens in ${one}, and nothing in ${other}.`,
  },
  turns: (t: number, one: string, n: number, other: string, m: number) =>
    `By the end of ${seconds(t)} the loop of ${one} has had ${count(n, 'iteration', 'iterations')}, that of ${other} ${String(m)}.`,

  ofRun: (task: string, one: string) => `${task} of ${one}`,
  waits: {
    timer: 'sleeps',
    gather: 'waits for a gather',
    thread: 'waits for a thread',
    future: 'waits for a future',
    turn: 'waits for its next turn',
    unknown: 'waits',
  },
  waitsFor: (task: string) => `waits for ${task}`,
  /** Without their full stop. */
  waiting: {
    until: (t: number, who: string, waits: string, until: number, line: number | undefined) =>
      `At ${seconds(t)} ${who} ${waits} until ${seconds(until)}${of(line)}`,
    untilCancelled: (t: number, who: string, waits: string, until: number, line: number | undefined) =>
      `At ${seconds(t)} ${who} ${waits}${of(line)}, until it is cancelled at ${seconds(until)}`,
    forEver: (t: number, who: string, waits: string, line: number | undefined) =>
      `At ${seconds(t)} ${who} ${waits}${of(line)}, and for ever`,
  },
  waitsAlone: (waiting: string) => `${waiting}.`,
  waitsWhile: (waiting: string, more: string, n: number, fewer: string, m: number) =>
    `${waiting}, while ${more} has ${count(n, 'task', 'tasks')} in flight beside its main one and ${fewer} ${inFlight(m)}.`,
  started: (who: string, t: number, other: string, otherT: number) =>
    `At ${seconds(t)} ${who}, which prints it, begins; ${other} begins at ${seconds(otherT)}.`,
  alsoWarned: (one: string, text: string, line: number | undefined) => `In ${one} Python warns: ${text}${of(line)}.`,

  /** What is the same. Of lines nothing is said where there are none: those of the hidden tests are not shown. */
  same: {
    timed: (lines: number, t: number) =>
      `${lines === 0 ? 'both' : 'the same lines are printed at the same times, and both'} end at ${seconds(t)}`,
    untimed: (lines: number) => (lines === 0 ? 'both come to their ends' : 'the same lines are printed'),
  },
  lost: 'Not all events of these runs are kept: of their beginning only the lines are compared.',
  nothing: (same: string) => `There is no difference to be seen: ${same}.`,
  nearlySame: (same: string) => `${sentence(same)}.`,
};
