/** How events become steps. */
import { describe, expect, test } from 'vitest';
import { playbackOf } from '../../src/playback/index.ts';
import { find, titleOf } from './seen.ts';
import { watched } from './watched.ts';

/** Each step of a program's main part, with the names of its events. */
async function stepsOf(body: string, imports = ''): Promise<readonly string[]> {
  const source = `
    import { createTask, eagerTaskFactory, getRunningLoop, run, sleep${imports} } from 'asyncio';
    import * as time from 'time';
    async function main() { ${body} }
    run(main());`;
  const { record } = await watched(source);
  const playback = playbackOf(record);
  const [from, to] = [find(playback, 'start Task-1'), find(playback, 'done Task-1')];
  return playback.steps.slice(from, to).map(({ first, last }, index) => {
    const events = record.events.slice(first, last + 1).map(({ ev }) => ev);
    return `${titleOf(playback, from + index)}: ${events.join(' ')}`;
  });
}

describe('a step', () => {
  test('of waiting holds the future that is made for it and its timer', async () => {
    expect(await stepsOf(`console.log('a'); await sleep(1);`)).toEqual([
      'start Task-1: task.start',
      'print Task-1: print',
      'suspend Task-1: future.create timer.set task.suspend',
      'turn: clock.jump iter',
      'timer: timer.fire future.done ready.push',
      'turn: iter',
      'resume Task-1: task.resume',
    ]);
  });

  test('of giving others a turn holds the task’s own place in the queue', async () => {
    expect(await stepsOf(`getRunningLoop().callSoon(() => 0); await sleep(0);`)).toEqual([
      'start Task-1: task.start ready.push',
      'suspend Task-1: ready.push task.suspend',
      'turn: iter',
      'callback: handle.run',
      'resume Task-1: task.resume',
    ]);
  });

  test('is a future’s end where a task brings it about, and part of a callback’s where that does', async () => {
    const body = `
      const [one, two] = [new Future(), new Future()];
      one.setResult(1);
      getRunningLoop().callSoon(() => { two.setResult(2); console.log('set'); });
      await two;`;
    expect(await stepsOf(body, ', Future')).toEqual([
      'start Task-1: task.start future.create future.create',
      'settle Task-1: future.done ready.push',
      'suspend Task-1: task.suspend',
      'turn: iter',
      'callback: handle.run future.done ready.push',
      'print: print',
      'turn: iter',
      'resume Task-1: task.resume',
    ]);
  });

  test('of an eager task stands within the step that made it', async () => {
    const body = `
      getRunningLoop().setTaskFactory(eagerTaskFactory);
      const eager = createTask((async () => { console.log('at once'); await sleep(0); })());
      await eager;`;
    expect(await stepsOf(body)).toEqual([
      'start Task-1: task.start',
      'create Task-2: task.create',
      'start Task-2: task.start',
      'print Task-2: print',
      'suspend Task-2: ready.push task.suspend',
      'suspend Task-1: task.suspend',
      'turn: iter',
      'resume Task-2: task.resume',
      'done Task-2: task.done ready.push',
      'turn: iter',
      'resume Task-1: task.resume',
    ]);
  });

  test('of blocking lasts as long as it blocks', async () => {
    const { record } = await watched(`
      import { run } from 'asyncio';
      import * as time from 'time';
      async function main() { time.sleep(0.1); time.sleep(0.2); }
      run(main());`);
    const { steps } = playbackOf(record);
    expect(steps.filter(({ kind }) => kind === 'block').map(({ t }) => t)).toEqual([0.1, 0.3]);
  });
});

test('time stands still or goes on, also where threads act while a task blocks', async () => {
  const { record } = await watched(`
    import { createTask, run, sleep, toThread } from 'asyncio';
    import * as time from 'time';
    function work() { time.sleep(1); console.log('one'); time.sleep(1); console.log('two'); }
    async function main() {
      const task = createTask(toThread(work));
      await sleep(0);
      time.sleep(3);
      await task;
    }
    run(main());`);
  const { steps } = playbackOf(record);
  const from = steps.findIndex(({ kind }) => kind === 'block');
  expect(steps.slice(from, from + 4).map(({ kind, t }) => [kind, t])).toEqual([
    ['block', 1],
    ['print', 1],
    ['print', 2],
    ['suspend', 3],
  ]);
});
