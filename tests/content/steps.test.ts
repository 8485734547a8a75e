/**
 * Lessons point to steps of their listings' timelines by number. Each number is held here against what the step is to be, so that a change of the runtime
 * or of the timeline that shifts the numbers is noticed.
 */
import { expect, test } from 'vitest';
import { sentenceOf } from '../../src/components/timeline/sentence.ts';
import { playbackOf } from '../../src/playback/index.ts';
import { lessons, listings } from './read-content.ts';
import { runTwin } from './run-twin.ts';

/** What a lesson says of a step, as the timeline says it: `NAME.NUMBER`, as in its link. */
const STEPS: Readonly<Record<string, string>> = {
  'long-computation.11': 'main (Task-1) prints “ticks before: 1”.',
  'long-computation.13': 'main (Task-1) prints “ticks after 100 000 rounds: 1”.',
  'response-list.6': 'main (Task-1) suspends: it sleeps until 10 s.',
  'response-list.12': 'main (Task-1) suspends: it sleeps until 12 s.',
  'spinner.7': 'main (Task-1) suspends: it sleeps until 2.5 s.',
  'spinner.27': 'main (Task-1) resumes: its sleep is over.',
  'parcel.7': 'main (Task-1) suspends: it waits for future F1.',
  'chain.22': "chain (Task-4) prints “part2(3, 'result3-1') sleeping for 4 seconds.”.",
  'hello.8': 'Iteration 2 of the loop. In the queue: hello (Task-2) and hello (Task-3).',
  'hello.14': 'hello (Task-3) suspends: it sleeps until 1 s.',
  'hello.15': 'Iteration 3 of the loop. Nothing was ready, so the clock jumps to the next timer, at 1 s. 2 timers are due.',
  'not-a-task.14': 'compute (Task-2) blocks for 1 s: nobody else can run.',
  'left-over.16': "main (Task-1) is done and returns 'done'.",
  'left-over.19': 'The program asks archive (Task-2) to cancel: a CancelledError will be raised where it waits.',
  'left-over.39': 'The loop is closed.',
  'countasync.18': 'count (Task-4) suspends: it sleeps until 1 s.',
  'countblocking.12': 'count (Task-2) blocks for 1 s: nobody else can run.',
  'held-up.12': 'computes (Task-3) blocks for 3 s: nobody else can run.',
  'parts-and-total.15': 'part (Task-4) suspends: it sleeps until 4 s.',
  'three-calls.6': 'main (Task-1) suspends: it sleeps until 3 s.',
};

const linked = [
  ...new Set(lessons().flatMap(({ body }) => [...body.matchAll(/\(#step=([\w.-]+)\)/g)].flatMap(([, link]) => link ?? []))),
];

test('every step that a lesson points to is known here, and no other', () => {
  expect(linked.sort()).toEqual(Object.keys(STEPS).sort());
});

test.each(Object.entries(STEPS))('step %s is the one that the lesson tells of', async (link, sentence) => {
  const [listing = '', step] = link.split('.');
  const twin = listings().find(({ name }) => name === listing)?.twin ?? '';
  const playback = playbackOf(await runTwin(twin, `${listing}.ts`));
  expect(sentenceOf(playback, Number(step) - 1)).toBe(sentence);
});
