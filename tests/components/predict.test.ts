/** A reader's answer held against the run: told where it departs, from the facts of the run; and the form in which a page holds the answer. */
import { describe, expect, test } from 'vitest';
import { playbackOf, predictionOf } from '../../src/playback/index.ts';
import { decode, encode, type Answer, type Prompt } from '../../src/components/predict/answer.ts';
import { explained } from '../../src/components/predict/explain.ts';
import { judge, shown } from '../../src/components/predict/judge.ts';
import { shuffled } from '../../src/components/predict/shuffle.ts';
import { readSeconds } from '../../src/components/predict/TimeField.tsx';
import type { Question } from '../../src/playback/prediction.ts';
import { watched } from '../playback/watched.ts';

const COUNT = `import { gather, run, sleep } from 'asyncio';
async function count() {
  console.log('One');
  await sleep(1);
  console.log('Two');
}
async function main() {
  await gather(count(), count(), count());
}
run(main());
`;
const BLOCKING = COUNT.replace('await sleep(1)', 'time.sleep(1)').replace(
  "'asyncio';",
  "'asyncio';\nimport * as time from 'time';",
);

async function asked(source: string, question: Question): Promise<{ readonly prompt: Prompt; readonly answer: Answer }> {
  const playback = playbackOf((await watched(source)).record);
  return explained(playback, predictionOf(playback, question));
}

describe('the order', () => {
  test('is right when the lines read the same: equal lines are interchangeable', async () => {
    const { answer } = await asked(COUNT, { asks: 'order' });
    const judgement = judge(answer, { asks: 'order', lines: ['One', 'One', 'One', 'Two', 'Two', 'Two'] });
    expect([judgement.isRight, judgement.headline]).toEqual([true, 'Right: the lines are printed in this order.']);
  });

  test('that is wrong is told at the first line that departs: what the run printed there and why, and where the other line came', async () => {
    const { answer } = await asked(COUNT, { asks: 'order' });
    const judgement = judge(answer, { asks: 'order', lines: ['One', 'Two', 'One', 'Two', 'One', 'Two'] });
    expect(judgement).toEqual({
      isRight: false,
      headline: 'The first line is right. As line 2 you put “Two”. The run printed “One” there.',
      reasons: [
        '“One”: count (Task-3) was ready, because main (Task-1) made it.',
        '“Two” came as line 4, at 1 s: count (Task-2) was ready, because the timer for 1 s fired → future F2 is done.',
      ],
      step: answer.asks === 'order' ? answer.lines[1]?.step : -1,
    });
  });

  test('tells that a task that blocks is still running', async () => {
    const { answer } = await asked(BLOCKING, { asks: 'order' });
    const { headline, reasons } = judge(answer, { asks: 'order', lines: ['One', 'One', 'One', 'Two', 'Two', 'Two'] });
    expect(headline).toBe('The first line is right. As line 2 you put “One”. The run printed “Two” there.');
    expect(reasons[0]).toBe(
      '“Two”: count (Task-2) was still running, and had blocked for 1 s: it had not suspended since the line before.',
    );
  });
});

describe('the time', () => {
  test('of a line that was printed after a block is told with it, though its task has only begun', async () => {
    const { answer } = await asked(BLOCKING.replace("console.log('One');", ''), { asks: 'time', each: true });
    const { reasons } = judge(answer, { asks: 'time', seconds: 3, lines: [1, 1, 3] });
    expect(reasons[0]).toBe(
      'Line 2, “Two”: you said 1 s, it was printed at 2 s: count (Task-3) was ready, because main (Task-1) made it. It then blocked for 1 s.',
    );
  });

  test('that is the sum of all waits is told so, with what moved the clock, at the last time that it moved', async () => {
    const { answer } = await asked(COUNT, { asks: 'time' });
    const judgement = judge(answer, { asks: 'time', seconds: 3, lines: [] });
    expect(judgement).toMatchObject({
      isRight: false,
      headline: 'You said 3 s. It took 1 s.',
      reasons: [
        '3 s is what all waits come to, one after the other. Some of them were at the same time.',
        'From 0 s to 1 s: nobody could run, so the clock jumped to the next timer: that of count (Task-2), count (Task-3) and count (Task-4).',
      ],
      step: answer.asks === 'time' ? answer.moves[0]?.step : -1,
    });
  });

  test('that is too short is told at the move of the clock that goes beyond it', async () => {
    const { answer } = await asked(BLOCKING, { asks: 'time' });
    const judgement = judge(answer, { asks: 'time', seconds: 1, lines: [] });
    expect([judgement.headline, judgement.step]).toEqual([
      'You said 1 s. It took 3 s.',
      answer.asks === 'time' ? answer.moves[1]?.step : -1,
    ]);
    expect(judgement.reasons[0]).toBe('From 0 s to 1 s: count (Task-2) blocked, and nobody else could run.');
  });

  test('is right only with the times of all lines that were asked for', async () => {
    const { prompt, answer } = await asked(COUNT, { asks: 'time', each: true });
    expect(prompt).toEqual({ asks: 'time', lines: ['One', 'One', 'One', 'Two', 'Two', 'Two'] });
    expect(judge(answer, { asks: 'time', seconds: 1, lines: [0, 0, 0, 1, 1, 1] }).isRight).toBe(true);
    const judgement = judge(answer, { asks: 'time', seconds: 1, lines: [0, 1, 0, 1, 1, 1] });
    expect([judgement.isRight, judgement.headline]).toEqual([
      false,
      'It takes 1 s: that is right. The times of the lines are not.',
    ]);
    expect(judgement.reasons[0]).toBe(
      'Line 2, “One”: you said 1 s, it was printed at 0 s: count (Task-3) was ready, because main (Task-1) made it.',
    );
  });

  test('of a program without waits is told as such', async () => {
    const { answer } = await asked("console.log('at once');", { asks: 'time' });
    expect(judge(answer, { asks: 'time', seconds: 1, lines: [] }).reasons).toEqual([
      'No time passed: there was nothing to wait for.',
    ]);
  });
});

describe('who runs next', () => {
  test('is told with why it is not the one that was said: what that waits for', async () => {
    const { prompt, answer } = await asked(COUNT, { asks: 'next', at: 2 });
    if (prompt.asks !== 'next') throw new Error('another question was asked');
    const names = prompt.tasks.map(({ name }) => name);
    expect(names).toEqual(['main (Task-1)', 'count (Task-2)', 'count (Task-3)', 'count (Task-4)']);
    expect(prompt.soFar).toEqual(['main (Task-1) has just suspended at line 8.', 'The clock stands at 0 s.']);
    expect(judge(answer, { asks: 'next', task: 0, names })).toMatchObject({
      isRight: false,
      headline: 'It is not main (Task-1). count (Task-2) runs next.',
      reasons: [
        'main (Task-1) waits for gather, which has no result yet.',
        'count (Task-2) was ready, because main (Task-1) made it.',
      ],
    });
    expect(judge(answer, { asks: 'next', task: 3, names }).reasons[0]).toBe(
      'count (Task-4) is ready, too. But it stands behind count (Task-2) in the queue, and the queue is first in, first out.',
    );
    expect(judge(answer, { asks: 'next', task: 1, names }).isRight).toBe(true);
  });
});

test.each<Question>([{ asks: 'order' }, { asks: 'time', each: true }, { asks: 'next' }])(
  'who gives up is shown what the run did, and is told neither right nor wrong: $asks',
  async (question) => {
    const { answer } = await asked(COUNT, question);
    const { isRight, headline, reasons } = shown(answer, ['a', 'b', 'c', 'd']);
    expect(isRight).toBeUndefined();
    expect([headline, ...reasons].filter((text) => text === '')).toEqual([]);
  },
);

test('an answer comes out of its code as it went in, and cannot be read in passing', async () => {
  const { answer } = await asked(COUNT.replaceAll('One', 'Eins → 1'), { asks: 'order' });
  expect(decode(encode(answer))).toEqual(answer);
  expect(encode(answer)).not.toMatch(/Eins|Two|order/);
});

test.each([[['a', 'b']], [['a', 'a', 'b']], [['b', 'a', 'a', 'a', 'a', 'a']], [Array.from({ length: 16 }, (_, n) => String(n))]])(
  'lines are shuffled the same way each time, and never as they were: %j',
  (lines) => {
    expect(shuffled(lines)).toEqual(shuffled(lines));
    expect(shuffled(lines)).not.toEqual(lines);
    expect(shuffled(lines).sort()).toEqual([...lines].sort());
  },
);

test('lines that are all the same have no other order', () => {
  expect(() => shuffled(['a', 'a'])).toThrow('one order only');
});

test.each<[string, number | undefined]>([
  ['2', 2],
  [' 1.5 ', 1.5],
  ['1,5', 1.5],
  ['.5', 0.5],
  ['2 s', 2],
  ['2s', 2],
  ['', undefined],
  ['-1', undefined],
  ['1e3', undefined],
  ['two', undefined],
  ['1.2.3', undefined],
])('seconds are read as they are written: %j', (written, seconds) => {
  expect(readSeconds(written)).toBe(seconds);
});
