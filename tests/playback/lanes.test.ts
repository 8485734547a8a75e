/** What becomes of tasks and threads, step by step. */
import { describe, expect, test } from 'vitest';
import { playbackOf, type Playback } from '../../src/playback/index.ts';
import { find, lifeOf, seenAt, stateOf } from './seen.ts';
import { watched } from './watched.ts';

async function played(source: string): Promise<Playback> {
  return playbackOf((await watched(source)).record);
}

describe('a task waits', () => {
  test('on what it awaits: a timer, a task, a gather, a future, a thread, its turn', async () => {
    const playback = await played(`
      import { createTask, Future, gather, Lock, run, sleep, toThread } from 'asyncio';
      async function other() { await sleep(1); }
      async function main() {
        await sleep(0);
        await sleep(1);
        await createTask(other());
        await gather(other());
        const future = new Future();
        createTask((async () => { await sleep(1); future.setResult(1); })());
        await future;
        await toThread(() => 1);
      }
      run(main());`);
    expect(lifeOf(playback, 'Task-1').filter((state) => state !== 'running' && state !== 'ready')).toEqual([
      'ready for its turn',
      'waiting on timer 1',
      'waiting on task Task-2',
      'waiting on gather',
      'waiting on Future',
      'waiting on thread asyncio_0',
      'finished',
    ]);
  });

  test('on the timer that is to end its future, whoever set it', async () => {
    const playback = await played(`
      import { Future, getRunningLoop, run } from 'asyncio';
      function end(future, value) { future.setResult(value); }
      async function main() {
        const future = new Future();
        getRunningLoop().callLater(2, end, future, 'x');
        await future;
      }
      run(main());`);
    const place = find(playback, 'suspend Task-1');
    expect(stateOf(playback, 'Task-1', place)).toBe('waiting on timer 2');
    expect(seenAt(playback, place)).toMatchObject({ timers: ['2: Task-1'] });
  });

  test('no longer on a timer that was cancelled', async () => {
    const playback = await played(`
      import { Future, getRunningLoop, run, timeout } from 'asyncio';
      async function main() {
        const future = new Future();
        getRunningLoop().callLater(2, (f) => f.setResult(1), future).cancel();
        getRunningLoop().callLater(3, () => future.setResult(1));
        await future;
      }
      run(main());`);
    expect(stateOf(playback, 'Task-1', find(playback, 'suspend Task-1'))).toBe('waiting on Future');
  });
});

describe('a task that is cancelled', () => {
  const SOURCE = `
    import { CancelledError, createTask, run, sleep } from 'asyncio';
    async function stubborn() {
      try { await sleep(5); } catch (error) { console.log('no'); }
      await sleep(1);
      throw new Error('late');
    }
    async function main() {
      const task = createTask(stubborn(), { name: 'stubborn' });
      await sleep(1);
      task.cancel();
      await sleep(0);
      task.uncancel();
      try { await task; } catch {}
    }
    run(main());`;

  test('says so from the moment at which it is asked for until it is taken back or over', async () => {
    const playback = await played(SOURCE);
    expect(lifeOf(playback, 'stubborn')).toEqual([
      'ready',
      'running',
      'waiting on timer 5',
      'waiting on timer 5 cancelling',
      'ready cancelling',
      'running cancelling',
      'waiting on timer 2 cancelling',
      'waiting on timer 2',
      'ready',
      'running',
      'failed',
    ]);
    expect(stateOf(playback, 'stubborn', find(playback, 'cancel stubborn'))).toBe('waiting on timer 5 cancelling');
  });

  test('leaves no timer behind', async () => {
    const playback = await played(SOURCE);
    expect(seenAt(playback, find(playback, 'resume stubborn'))).toMatchObject({ timers: [] });
  });
});

describe('a task that blocks', () => {
  test('does so in that step, not in the one before or after it, and nobody else runs', async () => {
    const playback = await played(`
      import { createTask, run, sleep } from 'asyncio';
      import * as time from 'time';
      async function other() { await sleep(0.1); }
      async function main() { createTask(other()); await sleep(0); time.sleep(0.5); time.sleep(0.5); console.log('x'); }
      run(main());`);
    const place = find(playback, 'block Task-1');
    const states = [-1, 0, 1, 2].map((offset) => stateOf(playback, 'Task-1', place + offset));
    expect(states).toEqual(['running', 'blocking', 'blocking', 'running']);
    expect(stateOf(playback, 'Task-2', place + 1)).toBe('waiting on timer 0.1');
    const spans = playback.lanes[0]?.spans.filter(({ state }) => state === 'blocking').map(({ from, to }) => [from, to]);
    expect(spans).toEqual([
      [place - 1, place],
      [place, place + 1],
    ]);
  });

  test('blocks until its time is over, also where a thread acts meanwhile', async () => {
    const playback = await played(`
      import { createTask, run, sleep, toThread } from 'asyncio';
      import * as time from 'time';
      async function main() {
        const task = createTask(toThread(() => { time.sleep(1); console.log('meanwhile'); }));
        await sleep(0);
        time.sleep(3);
        console.log('awake');
        await task;
      }
      run(main());`);
    expect(stateOf(playback, 'Task-1', find(playback, 'print asyncio_0'))).toBe('blocking');
    expect(stateOf(playback, 'Task-1', find(playback, 'print Task-1'))).toBe('running');
  });
});

describe('lanes', () => {
  test('of tasks with the same name are two, and a renamed task is one, under its last name', async () => {
    const playback = await played(`
      import { createTask, currentTask, run, sleep } from 'asyncio';
      async function work(seconds) { await sleep(seconds); currentTask().setName('renamed'); await sleep(1); }
      async function main() {
        const tasks = [1, 2].map((seconds) => createTask(work(seconds), { name: 'twin' }));
        for (const task of tasks) await task;
      }
      run(main());`);
    expect(playback.lanes.filter(({ internal }) => !internal).map(({ name }) => name)).toEqual(['Task-1', 'renamed', 'renamed']);
    expect(playback.lanes[1]?.spans.map(({ from }) => from)).not.toEqual(playback.lanes[2]?.spans.map(({ from }) => from));
  });

  test('of an eager task are on the stack above the one that made it', async () => {
    const playback = await played(`
      import { createTask, run, sleep } from 'asyncio';
      async function inner() { console.log('in'); }
      async function outer() { await createTask(inner(), { eagerStart: true, name: 'inner' }); }
      async function main() { await createTask(outer(), { eagerStart: true, name: 'outer' }); }
      run(main());`);
    expect(seenAt(playback, find(playback, 'print inner'))).toMatchObject({ running: ['Task-1', 'outer', 'inner'] });
    expect(seenAt(playback, find(playback, 'done inner'))).toMatchObject({ running: ['Task-1', 'outer'] });
    expect(playback.lanes.slice(0, 3).map(({ name, parent }) => [name, parent])).toEqual([
      ['Task-1', undefined],
      ['outer', 0],
      ['inner', 1],
    ]);
  });

  test('of a function in a thread last until its result has come back', async () => {
    const playback = await played(`
      import { run, sleep, toThread } from 'asyncio';
      import * as time from 'time';
      function fetch(n) { time.sleep(2); if (n > 1) throw new Error('no'); return n; }
      async function main() { await toThread(fetch, 1); try { await toThread(fetch, 2); } catch {} }
      run(main());`);
    const threads = playback.lanes.filter(({ kind }) => kind === 'thread');
    expect(threads.map(({ name, parent, result, spans }) => [name, parent, result, spans.map(({ state }) => state)])).toEqual([
      ['asyncio_0', 0, '1', ['running', 'finished']],
      ['asyncio_0', 0, "Error('no')", ['running', 'failed']],
    ]);
  });

  test('of a thread go on when the task that waited for it is cancelled', async () => {
    const playback = await played(`
      import { createTask, run, sleep, toThread } from 'asyncio';
      import * as time from 'time';
      async function main() {
        const task = createTask(toThread(() => { time.sleep(3); }));
        await sleep(1);
        task.cancel();
        await sleep(5);
      }
      run(main());`);
    expect(lifeOf(playback, 'asyncio_0')).toEqual(['running', 'running cancelling', 'finished']);
    const ended = playback.lanes.find(({ kind }) => kind === 'thread')?.spans.at(-1)?.from ?? 0;
    expect(playback.steps[ended]?.t).toBe(3);
  });

  test('of a program that waits for ever wait to the end', async () => {
    const playback = await played(`
      import { Future, run } from 'asyncio';
      async function main() { await new Future(); }
      try { run(main()); } catch (error) { console.log('deadlock'); }`);
    const place = find(playback, 'deadlock');
    expect(stateOf(playback, 'Task-1', place)).toBe('waiting on Future');
    expect(stateOf(playback, 'Task-1', playback.steps.length - 1)).toBe('cancelled');
  });
});
