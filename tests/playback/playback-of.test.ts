/** The two listings of note 004, step by step, and records that are not whole. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { playbackOf, type Playback } from '../../src/playback/index.ts';
import { RECORD_VERSION, type RunRecord } from '../../src/record/index.ts';
import { recordOf } from '../sandbox/run.ts';
import { find, lifeOf, seenAt, stateOf, titleOf, whyIn } from './seen.ts';

const NOTE = 'src/content/03-event-loop/03-asyncio-sleep-vs-time-sleep';

async function played(listing: string): Promise<Playback> {
  return playbackOf(await recordOf(readFileSync(`${NOTE}/${listing}`, 'utf8'), listing));
}

describe('countasync.ts of note 004', () => {
  let playback: Playback;
  beforeAll(async () => {
    playback = await played('countasync.ts');
  });

  test('main asks for three tasks, which stand in the queue in the order in which they were made', () => {
    const place = find(playback, 'suspend Task-1');
    expect(seenAt(playback, place)).toEqual({
      ...{ t: 0, batch: 0, timers: [], running: [], printed: 0, line: 11 },
      queue: ['Task-2.step', 'Task-3.step', 'Task-4.step'],
    });
    expect(stateOf(playback, 'Task-1', place)).toBe('waiting on gather');
    expect(stateOf(playback, 'Task-2', place)).toBe('ready');
  });

  test('while the first one runs and has printed its line, the others are still queued and no timer is set', () => {
    const place = find(playback, 'print Task-2');
    expect(seenAt(playback, place)).toEqual({
      ...{ t: 0, batch: 2, timers: [], running: ['Task-2'], printed: 1, line: 5 },
      queue: ['Task-3.step', 'Task-4.step'],
    });
    expect(whyIn(playback, place)).toEqual(['created by Task-1']);
  });

  test('where it awaits its sleep, a timer is set for it, and it stands on that line', () => {
    const place = find(playback, 'suspend Task-2');
    expect(seenAt(playback, place)).toEqual({
      ...{ t: 0, batch: 2, timers: ['1: Task-2'], running: [], printed: 1, line: 6 },
      queue: ['Task-3.step', 'Task-4.step'],
    });
    expect(stateOf(playback, 'Task-2', place)).toBe('waiting on timer 1');
  });

  test('when all wait, the clock jumps to 1 and the three timers join the queue', () => {
    const place = find(playback, 'turn', 3);
    expect(seenAt(playback, place - 1)).toMatchObject({ t: 0, queue: [], timers: ['1: Task-2', '1: Task-3', '1: Task-4'] });
    const timers = ['F2', 'F3', 'F4'].map((future) => `_set_result_unless_cancelled(${future}, None)`);
    expect(seenAt(playback, place)).toEqual({
      ...{ t: 1, batch: 3, timers: [], running: [], printed: 3, line: undefined },
      queue: timers,
    });
  });

  test('each timer makes its task ready, behind the timers that are still to run', () => {
    const place = find(playback, 'timer', 2);
    expect(playback.at(place).queue.map(({ handle, lane }) => [handle, lane])).toEqual([
      ['H7', undefined],
      ['H8', 1],
      ['H9', 2],
    ]);
    expect(stateOf(playback, 'Task-3', place)).toBe('ready');
    expect(stateOf(playback, 'Task-4', place)).toBe('waiting on timer 1');
    expect(whyIn(playback, find(playback, 'resume Task-3'))).toEqual(['timer 1', 'F3 finished']);
  });

  test('the last task that is done makes gather done, and gather makes main ready', () => {
    expect(whyIn(playback, find(playback, 'resume Task-1'))).toEqual([
      'Task-4 finished',
      'gather._done_callback(Task-4)',
      'F1 finished',
    ]);
    expect(seenAt(playback, find(playback, 'done Task-4'))).toMatchObject({
      ...{ t: 1, printed: 6, line: 7 },
      queue: ['gather._done_callback(Task-2)', 'gather._done_callback(Task-3)', 'gather._done_callback(Task-4)'],
    });
  });

  test('a task’s life is told from its creation to the end of the program', () => {
    expect(lifeOf(playback, 'Task-2')).toEqual(['ready', 'running', 'waiting on timer 1', 'ready', 'running', 'finished']);
    expect(playback.lanes.map(({ name, parent, internal }) => [name, parent, internal])).toEqual([
      ['Task-1', undefined, false],
      ['Task-2', 0, false],
      ['Task-3', 0, false],
      ['Task-4', 0, false],
      ['Task-5', undefined, true],
      ['Task-6', undefined, true],
    ]);
  });

  test('the steps of a task can be walked, forwards and back', () => {
    const walk = (back: boolean): string[] => {
      const titles: string[] = [];
      let place: number | undefined = back ? playback.steps.length : -1;
      while ((place = playback.nextOf(1, place, back)) !== undefined) titles.push(playback.steps[place]?.kind ?? '');
      return titles;
    };
    expect(walk(false)).toEqual(['create', 'start', 'print', 'suspend', 'resume', 'print', 'done']);
    expect(walk(true)).toEqual(walk(false).reverse());
  });
});

describe('hello.ts of note 004', () => {
  test('its steps are those of the loop, one by one', async () => {
    const playback = await played('hello.ts');
    const last = find(playback, 'done Task-1');
    const rows = playback.steps.slice(0, last + 1).map(({ t, position }, place) => {
      const { queue, timers } = playback.at(place);
      return `${t} ${titleOf(playback, place)}, line ${position?.line ?? '-'}, queue ${queue.length}, timers ${timers.length}`;
    });
    expect(rows).toEqual([
      '0 begin, line -, queue 0, timers 0',
      '0 create Task-1, line 13, queue 1, timers 0',
      '0 turn, line -, queue 1, timers 0',
      '0 start Task-1, line 9, queue 0, timers 0',
      '0 create Task-2, line 10, queue 1, timers 0',
      '0 create Task-3, line 10, queue 2, timers 0',
      '0 suspend Task-1, line 10, queue 2, timers 0',
      '0 turn, line -, queue 2, timers 0',
      '0 start Task-2, line 3, queue 1, timers 0',
      '0 print Task-2, line 4, queue 1, timers 0',
      '0 suspend Task-2, line 5, queue 1, timers 1',
      '0 start Task-3, line 3, queue 0, timers 1',
      '0 print Task-3, line 4, queue 0, timers 1',
      '0 suspend Task-3, line 5, queue 0, timers 2',
      '1 turn, line -, queue 2, timers 0',
      '1 timer, line -, queue 2, timers 0',
      '1 timer, line -, queue 2, timers 0',
      '1 turn, line -, queue 2, timers 0',
      '1 resume Task-2, line 5, queue 1, timers 0',
      '1 print Task-2, line 6, queue 1, timers 0',
      '1 done Task-2, line 6, queue 2, timers 0',
      '1 resume Task-3, line 5, queue 1, timers 0',
      '1 print Task-3, line 6, queue 1, timers 0',
      '1 done Task-3, line 6, queue 2, timers 0',
      '1 turn, line -, queue 2, timers 0',
      '1 callback, line -, queue 1, timers 0',
      '1 callback, line -, queue 1, timers 0',
      '1 turn, line -, queue 1, timers 0',
      '1 resume Task-1, line 10, queue 0, timers 0',
      '1 done Task-1, line 10, queue 1, timers 0',
    ]);
  });
});

describe('a record without events', () => {
  const RECORD: RunRecord = {
    ...{ version: RECORD_VERSION, outcome: 'finished', elapsed: 3, iterations: 5, warnings: [], events: [], tasks: [] },
    output: [{ text: 'hi', t: 1, it: 2, task: 'Task-1' }],
  };

  test('is a beginning and an end, with the output at the end', () => {
    const playback = playbackOf(RECORD);
    expect(playback.steps.map(({ kind, t, it }) => [kind, t, it])).toEqual([
      ['begin', 0, 0],
      ['end', 3, 5],
    ]);
    expect([playback.at(0).printed, playback.at(1).printed]).toEqual([0, 1]);
    expect([playback.lanes, playback.why(1), playback.nextOf(0, 0), playback.spanOf(0, 1)]).toEqual([
      [],
      [],
      undefined,
      undefined,
    ]);
  });

  test('as when the program was ended from outside', () => {
    const { steps } = playbackOf({
      ...RECORD,
      outcome: 'over-budget',
      budget: 'wall-clock',
      output: [],
      elapsed: 0,
      iterations: 0,
    });
    expect(steps.map(({ kind, first, last, event }) => [kind, first, last, event])).toEqual([
      ['begin', 0, -1, -1],
      ['end', 0, -1, -1],
    ]);
  });
});
