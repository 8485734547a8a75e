/** The steps of a run in words: each sentence is read off a real run, and so is what led to it. */
import { describe, expect, test } from 'vitest';
import { sentenceOf } from '../../../src/components/timeline/sentence.ts';
import { linksOf } from '../../../src/components/timeline/why.ts';
import { playbackOf, type Playback } from '../../../src/playback/index.ts';
import { recordOf, ROOMY } from '../../record/record-of.ts';

const HEAD = `import { CancelledError, createTask, gather, run, sleep, timeout, TaskGroup, asyncWith } from 'asyncio';
import { print } from 'test';
`;

async function playbackFor(source: string, limits = ROOMY): Promise<Playback> {
  return playbackOf(await recordOf(HEAD + source, limits));
}

const sentences = (playback: Playback): string[] => playback.steps.map((_, step) => sentenceOf(playback, step));

/** What led to the first step that reads so, as one line. */
function whyOf(playback: Playback, sentence: string): string {
  const step = sentences(playback).indexOf(sentence);
  if (step < 0) throw new Error(`no step reads so; there are:\n${sentences(playback).join('\n')}`);
  return linksOf(playback, step)
    .map(({ text }) => text)
    .join(' → ');
}

const GATHERED = `
async function count() { print('One'); await sleep(1); print('Two'); }
async function main() { await gather(count(), count()); }
run(main());`;

describe('A run of two counters', () => {
  test('reads as what happens, from its beginning to the end of its work', async () => {
    const all = sentences(await playbackFor(GATHERED));
    expect(all.slice(0, all.indexOf('main (Task-1) is done.') + 1)).toEqual([
      'The program begins.',
      'The program makes main (Task-1), which joins the queue.',
      'Iteration 1 of the loop. In the queue: main (Task-1).',
      'main (Task-1) starts.',
      'main (Task-1) makes count (Task-2), which joins the queue.',
      'main (Task-1) makes count (Task-3), which joins the queue.',
      'main (Task-1) suspends: it waits for gather.',
      'Iteration 2 of the loop. In the queue: count (Task-2) and count (Task-3).',
      'count (Task-2) starts.',
      'count (Task-2) prints “One”.',
      'count (Task-2) suspends: it sleeps until 1 s.',
      'count (Task-3) starts.',
      'count (Task-3) prints “One”.',
      'count (Task-3) suspends: it sleeps until 1 s.',
      'Iteration 3 of the loop. Nothing was ready, so the clock jumps to the next timer, at 1 s. 2 timers are due.',
      'The timer for 1 s fires: count (Task-2) joins the queue.',
      'The timer for 1 s fires: count (Task-3) joins the queue.',
      'Iteration 4 of the loop. In the queue: count (Task-2) and count (Task-3).',
      'count (Task-2) resumes: its sleep is over.',
      'count (Task-2) prints “Two”.',
      'count (Task-2) is done.',
      'count (Task-3) resumes: its sleep is over.',
      'count (Task-3) prints “Two”.',
      'count (Task-3) is done.',
      'Iteration 5 of the loop. In the queue: 2 callbacks.',
      'gather hears that count (Task-2) is done.',
      'gather hears that count (Task-3) is done: main (Task-1) joins the queue.',
      'Iteration 6 of the loop. In the queue: main (Task-1).',
      'main (Task-1) resumes: gather is done.',
      'main (Task-1) is done.',
    ]);
  });

  test('what asyncio does for itself when the loop closes is named as that', async () => {
    const all = sentences(await playbackFor(GATHERED));
    const own = all.filter((text) => text.includes('BaseEventLoop.shutdown_asyncgens') && !/^(Iteration|run)/.test(text));
    expect(own).toEqual([
      'asyncio tidies up: BaseEventLoop.shutdown_asyncgens (Task-4) joins the queue.',
      'asyncio tidies up: BaseEventLoop.shutdown_asyncgens (Task-4) starts.',
      'asyncio tidies up: BaseEventLoop.shutdown_asyncgens (Task-4) is done.',
    ]);
    expect(all.slice(-2)).toEqual(['The loop is closed.', 'The program ends.']);
  });

  test('each step says what led to it, and where that can be seen', async () => {
    const playback = await playbackFor(GATHERED);
    expect(whyOf(playback, 'main (Task-1) starts.')).toBe('run was called → main (Task-1) was ready');
    expect(whyOf(playback, 'count (Task-2) starts.')).toBe('main (Task-1) made it → count (Task-2) was ready');
    expect(whyOf(playback, 'count (Task-3) resumes: its sleep is over.')).toBe(
      'the timer for 1 s fired → future F3 is done → count (Task-3) was ready',
    );
    expect(whyOf(playback, 'main (Task-1) resumes: gather is done.')).toBe(
      'count (Task-3) is done → gather hears that count (Task-3) is done → gather is done → main (Task-1) was ready',
    );
    const all = sentences(playback);
    const [first] = linksOf(playback, all.indexOf('count (Task-3) resumes: its sleep is over.'));
    expect(all[first?.step ?? -1]).toBe('The timer for 1 s fires: count (Task-3) joins the queue.');
  });

  test('what a task makes within its step is led to by what woke that task', async () => {
    const playback = await playbackFor(GATHERED);
    expect(whyOf(playback, 'main (Task-1) makes count (Task-2), which joins the queue.')).toBe(
      'run was called → main (Task-1) was ready',
    );
  });
});

describe('Who acts', () => {
  test('a timeout cancels, not the program', async () => {
    const playback = await playbackFor(`
async function main() {
  try { await asyncWith(timeout(1), async () => { await sleep(5); }); } catch { print('late'); }
}
run(main());`);
    const all = sentences(playback);
    expect(all).toContain('The timer for 1 s fires: the deadline of a timeout is reached.');
    expect(all).toContain('The timeout asks main (Task-1) to cancel: a CancelledError will be raised where it waits.');
    expect(all).toContain('main (Task-1) resumes, and CancelledError() is raised in it.');
    expect(whyOf(playback, 'main (Task-1) prints “late”.')).toBe(
      'the timer for 1 s fired → the timeout cancelled it → future F1 is cancelled → main (Task-1) was ready',
    );
  });

  test('a task group cancels the siblings of one that failed', async () => {
    const all = sentences(
      await playbackFor(`
async function fails() { await sleep(1); throw new Error('no'); }
async function waits() { await sleep(9); }
async function main() {
  try {
    await asyncWith(new TaskGroup(), async (group) => { group.createTask(fails()); group.createTask(waits()); });
  } catch { print('failed'); }
}
run(main());`),
    );
    expect(all.find((text) => text.startsWith('fails (Task-2) ends with '))).toContain('no');
    expect(all).toContain('The task group hears that fails (Task-2) is done.');
    expect(all).toContain('The task group asks waits (Task-3) to cancel: a CancelledError will be raised where it waits.');
    expect(all).toContain('waits (Task-3) is cancelled.');
  });

  test('a task cancels another, and lets others run', async () => {
    const all = sentences(
      await playbackFor(`
async function waits() { await sleep(9); }
async function main() {
  const task = createTask(waits());
  await sleep(0);
  task.cancel();
  try { await task; } catch { print('cancelled'); }
}
run(main());`),
    );
    expect(all).toContain('main (Task-1) suspends and joins the end of the queue: it lets the others run.');
    expect(all).toContain('main (Task-1) resumes: it let the others run.');
    expect(all).toContain('main (Task-1) asks waits (Task-2) to cancel: a CancelledError will be raised where it waits.');
    expect(all).toContain('main (Task-1) suspends: it waits for waits (Task-2).');
  });
});

describe('What comes from a program', () => {
  test('stays in one line, and is cut', async () => {
    const all = sentences(await playbackFor(`print('a\\nb\\u202ec' + 'x'.repeat(5000));`));
    const printed = all.find((text) => text.includes('prints')) ?? '';
    expect(printed).toMatch(/^The program prints “a b cx+…”\.$/);
    expect(printed.length).toBeLessThan(200);
  });

  test('a function that is called like a word at the beginning of a sentence keeps its name', async () => {
    const all = sentences(await playbackFor(`async function the() { await sleep(1); }\nrun(the());`));
    expect(all).toContain('the (Task-1) starts.');
  });

  test('a run whose beginning was dropped says so', async () => {
    const playback = await playbackFor(GATHERED, { ...ROOMY, events: 40 });
    expect(sentenceOf(playback, 0)).toBe('The record begins here. What came before was dropped, because the run is so long.');
    for (const text of sentences(playback)) expect(text).not.toMatch(/undefined|NaN|Infinity/);
  });
});
