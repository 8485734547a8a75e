/** What the loop held, where it is not plain: cancelled handles, iterations that are broken off, timers by the hundred, lost beginnings. */
import { describe, expect, test } from 'vitest';
import { playbackOf, type Moment, type Playback } from '../../src/playback/index.ts';
import type { RunRecord } from '../../src/record/index.ts';
import { generate } from '../fuzz/generate.ts';
import { typescript } from '../fuzz/typescript.ts';
import { faultsAgainst, faultsOf } from './faults.ts';
import { find, seenAt } from './seen.ts';
import { watched } from './watched.ts';

/** The playback of a program, which is faithful. */
async function faithful(source: string): Promise<Playback> {
  const run = await watched(source);
  expect([...faultsOf(run.record), ...faultsAgainst(run)]).toEqual([]);
  return playbackOf(run.record);
}

describe('a handle that is cancelled', () => {
  test('stands in the queue until it is passed over', async () => {
    const playback = await faithful(`
      import { getRunningLoop, run, sleep } from 'asyncio';
      async function main() {
        const loop = getRunningLoop();
        const [first, second] = [function one() {}, function two() {}].map((call) => loop.callSoon(call));
        loop.callSoon(function three() {});
        second.cancel();
        await sleep(0);
      }
      run(main());`);
    const place = find(playback, 'suspend Task-1');
    expect(seenAt(playback, place)).toMatchObject({ queue: ['one', 'two (cancelled)', 'three', 'Task-1.step'] });
    expect(seenAt(playback, find(playback, 'callback'))).toMatchObject({ batch: 3 });
    expect(seenAt(playback, find(playback, 'callback', 2))).toMatchObject({ queue: ['Task-1.step'], batch: 1 });
  });

  test('leaves the queue with its iteration when it is the last', async () => {
    const playback = await faithful(`
      import { getRunningLoop, run, sleep } from 'asyncio';
      async function main() { getRunningLoop().callSoon(() => 0).cancel(); await sleep(1); }
      run(main());`);
    expect(seenAt(playback, find(playback, 'turn', 2))).toMatchObject({ queue: ['<lambda> (cancelled)'], batch: 1 });
    expect(seenAt(playback, find(playback, 'turn', 3))).toMatchObject({ t: 1, batch: 1, timers: [] });
  });
});

describe('a timer that is cancelled', () => {
  test('is set no longer; one that is due with others joins the queue all the same, and is passed over', async () => {
    const playback = await faithful(`
      import { getRunningLoop, run, sleep } from 'asyncio';
      async function main() {
        const timers = [1, 1, 1].map((delay) => getRunningLoop().callLater(delay, () => 0));
        timers[1].cancel();
        await sleep(2);
      }
      run(main());`);
    expect(seenAt(playback, find(playback, 'suspend Task-1'))).toMatchObject({ timers: ['1: ', '1: ', '2: Task-1'] });
    expect(seenAt(playback, find(playback, 'turn', 2))).toMatchObject({
      queue: ['<lambda>', '<lambda> (cancelled)', '<lambda>'],
    });
  });

  test('by another of the same moment is passed over too', async () => {
    const playback = await faithful(`
      import { getRunningLoop, run, sleep } from 'asyncio';
      async function main() {
        const loop = getRunningLoop();
        let late;
        loop.callLater(1, () => late.cancel());
        late = loop.callLater(1, () => 0);
        await sleep(2);
      }
      run(main());`);
    expect(seenAt(playback, find(playback, 'turn', 2))).toMatchObject({ queue: ['<lambda>', '<lambda> (cancelled)'] });
    expect(seenAt(playback, find(playback, 'timer'))).toMatchObject({ timers: ['2: Task-1'] });
  });

  test('among hundreds is cleared out with the others, as the loop does it', async () => {
    await faithful(`
      import { getRunningLoop, run, sleep } from 'asyncio';
      async function main() {
        const loop = getRunningLoop();
        for (const [many, part] of [[300, 3], [60, 2], [120, 4]]) {
          const timers = Array.from({ length: many }, (_, n) => loop.callLater(1 + (n % 10) / 10, () => n));
          timers.forEach((timer, n) => { if (n % part !== 0) timer.cancel(); });
          await sleep(0.5);
        }
        await sleep(2);
      }
      run(main());`);
  });
});

test('timers whose moments differ by less than a record tells run in the order in which they ran', async () => {
  const { record } = await watched(`
    import { getRunningLoop, run, sleep } from 'asyncio';
    async function main() {
      getRunningLoop().callAt(0.1 + 0.2, function later() {});
      getRunningLoop().callAt(0.3, function sooner() {});
      await sleep(1);
    }
    run(main());`);
  expect(faultsOf(record)).toEqual([]);
  const playback = playbackOf(record);
  expect(seenAt(playback, find(playback, 'turn', 2))).toMatchObject({ queue: ['sooner', 'later'] });
});

test('what an iteration leaves that is broken off is run by the next one', async () => {
  const playback = await faithful(`
    import { getRunningLoop, run, sleep, SystemExit } from 'asyncio';
    async function main() {
      const loop = getRunningLoop();
      loop.callSoon(() => { throw new SystemExit(1); });
      loop.callSoon(() => 0).cancel();
      loop.callSoon(function later() {});
      await sleep(1);
    }
    try { run(main()); } catch {}`);
  expect(seenAt(playback, find(playback, 'turn', 3))).toMatchObject({
    queue: ['<lambda> (cancelled)', 'later', 'Task-1.wakeup(F1)'],
  });
});

test('iterations within a step, where a thread lets the loop turn, are those of the loop too', async () => {
  await faithful(`
    import { gather, getRunningLoop, run, runCoroutineThreadsafe, sleep, toThread } from 'asyncio';
    import * as time from 'time';
    async function answer() { await sleep(1); return 42; }
    async function beat() { for (let i = 0; i < 4; i++) await sleep(0.5); }
    async function main() {
      const loop = getRunningLoop();
      const ask = () => { time.sleep(0.2); const n = runCoroutineThreadsafe(answer(), loop).result(); time.sleep(1); return n; };
      await gather(toThread(ask), beat(), toThread(() => time.sleep(0.3)));
    }
    run(main());`);
});

test('loops one after the other each begin with nothing', async () => {
  const playback = await faithful(`
    import { createTask, getRunningLoop, run, sleep } from 'asyncio';
    async function main() { getRunningLoop().callLater(100, () => 0); await sleep(1); }
    run(main());
    run(main());`);
  expect(seenAt(playback, find(playback, 'close'))).toMatchObject({ queue: [], timers: [] });
  expect(seenAt(playback, find(playback, 'close') + 1)).toMatchObject({ queue: ['Task-4.step'], timers: [] });
});

test('loops that take turns share one queue, and nothing in it is lost', async () => {
  const { record } = await watched(`
    import { newEventLoop, sleep } from 'asyncio';
    const [a, b] = [newEventLoop(), newEventLoop()];
    async function work() { await sleep(1); }
    b.callSoon(function waits() {});
    b.callLater(0.5, function late() {});
    a.runUntilComplete(work());
    a.close();
    b.runUntilComplete(work());
    b.close();`);
  const playback = playbackOf(record);
  expect(seenAt(playback, find(playback, 'close'))).toMatchObject({ queue: ['waits'], timers: ['0.5: '] });
  expect(seenAt(playback, playback.steps.length - 1)).toMatchObject({ queue: [], timers: [] });
});

describe('a record that has lost its oldest events', () => {
  /** The end of a record, from some event on. */
  function endOf(record: RunRecord, from: number): RunRecord {
    return { ...record, events: record.events.slice(from), dropped: { events: from, lines: 0, tasks: 0, warnings: 0 } };
  }

  /** What of a moment can be known from the end of a record: what runs, fires or is cancelled in it. */
  function known(
    { t, running, queue, timers, printed }: Moment,
    { lanes, record }: Playback,
    told: ReadonlySet<unknown>,
  ): object {
    return {
      t,
      running: running.map((lane) => lanes[lane]?.name),
      queue: queue.filter(({ handle }) => told.has(handle)).map(({ handle }) => handle),
      timers: timers.filter(({ handle }) => told.has(handle)).map(({ handle }) => handle),
      unprinted: record.output.length - printed,
    };
  }

  test('begins with what it tells of later', async () => {
    for (let seed = 800_000; seed < 800_060; seed += 1) {
      const { record } = await watched(typescript(generate(seed)));
      const whole = playbackOf(record);
      for (const part of [0.2, 0.5, 0.8]) {
        const end = endOf(record, Math.floor(record.events.length * part));
        const playback = playbackOf(end);
        expect(playback.isWhole).toBe(false);
        const told = new Set(end.events.filter(({ ev }) => ev !== 'ready.push').map((event) => event['handle']));
        const places = new Map(whole.steps.map(({ event }, place) => [record.events[event]?.i, place]));
        playback.steps.forEach(({ event, kind, first }, place) => {
          const same = places.get(end.events[event]?.i);
          if (same === undefined || kind === 'turn' || record.events[whole.steps[same]?.first ?? 0]?.i !== end.events[first]?.i)
            return;
          const seen = [seed, part, kind, known(playback.at(place), playback, told)];
          expect(seen).toEqual([seed, part, kind, known(whole.at(same), whole, told)]);
        });
      }
    }
  });

  test('knows the tasks that wait all the time, and who made them', async () => {
    const { record } = await watched(`
      import { createTask, run, sleep } from 'asyncio';
      async function child() { for (let i = 0; i < 20; i++) await sleep(1); }
      async function main() { await createTask(child(), { name: 'child' }); }
      run(main());`);
    const from = record.events.findIndex(({ t }) => t > 5);
    const to = record.events.findIndex(({ t }) => t > 10);
    const tasks = record.tasks.slice(0, 2).map((task) => ({ ...task, ended: null, state: 'pending' as const }));
    const playback = playbackOf(endOf({ ...record, events: record.events.slice(0, to), tasks }, from));
    expect(playback.lanes.map(({ name, parent, spans }) => [name, parent, spans[0]?.state])).toEqual([
      ['Task-1', undefined, 'waiting'],
      ['child', 0, 'waiting'],
    ]);
    expect(playback.at(0)).toMatchObject({ t: 6, timers: [{ when: 6 }], running: [] });
  });
});
