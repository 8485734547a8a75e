/** What can be asked about a run, and what the answer is: read off the run, refused where there is nothing to ask. */
import { describe, expect, test } from 'vitest';
import { playbackOf, predictionOf, UnfitRun, type Playback } from '../../src/playback/index.ts';
import type { Question } from '../../src/playback/prediction.ts';
import { recordOf } from '../sandbox/run.ts';
import { watched } from './watched.ts';

const TWO = `import { gather, run, sleep } from 'asyncio';
async function count(name, seconds) {
  console.log(name);
  await sleep(seconds);
  console.log(name, 'again');
}
async function main() {
  await gather(count('A', 2), count('B', 1));
}
run(main());
`;

const BLOCKS = `import { gather, run, sleep } from 'asyncio';
import * as time from 'time';
async function alarm() {
  await sleep(0.5);
  console.log('alarm');
}
async function work() {
  time.sleep(2);
  console.log('work');
  console.log('more work');
}
async function main() {
  await gather(alarm(), work());
}
run(main());
`;

const played = async (source: string): Promise<Playback> => playbackOf((await watched(source)).record);
const asked = async (source: string, question: Question): Promise<ReturnType<typeof predictionOf>> =>
  predictionOf(await played(source), question);

describe('the order of the lines', () => {
  test('is that in which they were printed, each with the step that printed it and the turn it was printed in', async () => {
    const playback = await played(TWO);
    const prediction = predictionOf(playback, { asks: 'order' });
    if (prediction.asks !== 'order') throw new Error('another question was answered');
    expect(prediction.lines.map(({ text, t }) => [text, t])).toEqual([
      ['A', 0],
      ['B', 0],
      ['B again', 1],
      ['A again', 2],
    ]);
    const kinds = (step: number): string | undefined => playback.steps[step]?.kind;
    expect(prediction.lines.map(({ step }) => kinds(step))).toEqual(['print', 'print', 'print', 'print']);
    expect(prediction.lines.map(({ turn }) => kinds(turn))).toEqual(['start', 'start', 'resume', 'resume']);
    expect(prediction.lines.map(({ lane }) => playback.lanes[lane ?? -1]?.name)).toEqual([
      'Task-2',
      'Task-3',
      'Task-3',
      'Task-2',
    ]);
  });

  test('tells for how long a task blocked before a line, within the same turn only', async () => {
    const prediction = await asked(BLOCKS, { asks: 'order' });
    if (prediction.asks !== 'order') throw new Error('another question was answered');
    expect(prediction.lines.map(({ text, blocked }) => [text, blocked])).toEqual([
      ['work', 2],
      ['more work', 0],
      ['alarm', 0],
    ]);
  });

  test('of lines that stand outside of any task is known, too', async () => {
    const prediction = await asked(`console.log('first');\n${TWO}console.log('last');\n`, { asks: 'order' });
    if (prediction.asks !== 'order') throw new Error('another question was answered');
    expect(prediction.lines.map(({ text, lane }) => [text, lane === undefined])).toEqual([
      ['first', true],
      ['A', false],
      ['B', false],
      ['B again', false],
      ['A again', false],
      ['last', true],
    ]);
  });
});

describe('the time', () => {
  test('is that of the run, with what moved the clock', async () => {
    const prediction = await asked(TWO, { asks: 'time' });
    expect(prediction).toMatchObject({
      asks: 'time',
      elapsed: 2,
      waits: 3,
      lines: [],
      moves: [
        { from: 0, to: 1, by: 'timer', lanes: [2] },
        { from: 1, to: 2, by: 'timer', lanes: [1] },
      ],
    });
  });

  test('passes while a task blocks, and no timer moves it then', async () => {
    const prediction = await asked(BLOCKS, { asks: 'time', each: true });
    expect(prediction).toMatchObject({
      elapsed: 2,
      waits: 2.5,
      moves: [{ from: 0, to: 2, by: 'block', lanes: [2] }],
      lines: [
        { text: 'work', t: 2 },
        { text: 'more work', t: 2 },
        { text: 'alarm', t: 2 },
      ],
    });
  });
});

describe('who runs next', () => {
  test('is the task of the n-th step, chosen among those that are not over', async () => {
    const playback = await played(TWO);
    const names = (lanes: readonly number[]): unknown[] => lanes.map((lane) => playback.lanes[lane]?.name);
    const at = (n: number): unknown => {
      const prediction = predictionOf(playback, { asks: 'next', at: n });
      if (prediction.asks !== 'next') throw new Error('another question was answered');
      return [names([prediction.lane]), names(prediction.candidates.map(({ lane }) => lane))];
    };
    expect([2, 3, 4, 5].map(at)).toEqual([
      [['Task-2'], ['Task-1', 'Task-2', 'Task-3']],
      [['Task-3'], ['Task-1', 'Task-2', 'Task-3']],
      [['Task-3'], ['Task-1', 'Task-2', 'Task-3']],
      [['Task-2'], ['Task-1', 'Task-2']],
    ]);
  });

  test('knows for each what it waits on, or where it stands in the queue', async () => {
    const prediction = await asked(TWO, { asks: 'next', at: 3 });
    expect(prediction).toMatchObject({
      candidates: [
        { lane: 0, state: 'waiting', waits: { on: 'gather' }, line: 8 },
        { lane: 1, state: 'waiting', waits: { on: 'timer', when: 2 }, line: 4 },
        { lane: 2, state: 'ready', place: 0 },
      ],
    });
  });

  test('is asked where the most could, when no moment is named', async () => {
    expect(await asked(TWO, { asks: 'next' })).toEqual(await asked(TWO, { asks: 'next', at: 2 }));
  });
});

/** As a page has it: with the error of a run that raises. */
async function playedInSandbox(source: string): Promise<Playback> {
  return playbackOf(await recordOf(source));
}

const MAIN = (body: string): string =>
  `import { getRunningLoop, run } from 'asyncio';\nasync function main() {\n${body}\n}\nrun(main());\n`;

describe('a run that cannot be asked about is refused, with what to do', () => {
  test.each<[string, string, Question, RegExp]>([
    ['one that raises', MAIN(`throw new Error('no');`), { asks: 'time' }, /^it ends with Error: no \(main\.ts:3\)$/],
    ['a deadlock', MAIN(`await getRunningLoop().createFuture();`), { asks: 'time' }, /deadlock/i],
    ['one that prints nothing', MAIN(''), { asks: 'order' }, /^it prints nothing: there is no order to predict$/],
    ['one line', MAIN(`console.log(1);`), { asks: 'order' }, /^it prints one line: /],
    ['lines that are all the same', MAIN(`console.log(1); console.log(1);`), { asks: 'order' }, /every order is right$/],
    ['too many lines', MAIN(`for (let n = 0; n < 17; n++) console.log(n);`), { asks: 'order' }, /^it prints 17 lines: too many/],
    ['times of no lines', MAIN(''), { asks: 'time', each: true }, /^it prints nothing: there are no times/],
    [
      'times of many lines',
      MAIN(`for (let n = 0; n < 17; n++) console.log(n);`),
      { asks: 'time', each: true },
      /^it prints 17 lines: too many/,
    ],
    ['a single task', MAIN(''), { asks: 'next' }, /^only one task could run next/],
    ['a step that there is not', TWO, { asks: 'next', at: 9 }, /^its tasks get 6 steps in all, and there is no step 9$/],
    ['no task at all', `console.log(1);`, { asks: 'next' }, /^no task of it ever runs$/],
  ])('%s', async (_, source, question, says) => {
    const playback = await playedInSandbox(source);
    const refusal = ((): unknown => {
      try {
        return predictionOf(playback, question);
      } catch (error) {
        return error;
      }
    })();
    if (!(refusal instanceof UnfitRun)) throw new Error(`it was not refused: ${JSON.stringify(refusal)}`);
    expect(refusal.message).toMatch(says);
    expect(refusal.advice).not.toBe('');
  });
});
