/** Why a step runs: the chain of causes, first cause first. */
import { describe, expect, test } from 'vitest';
import { playbackOf, type Playback } from '../../src/playback/index.ts';
import { generate } from '../fuzz/generate.ts';
import { typescript } from '../fuzz/typescript.ts';
import { find, whyIn } from './seen.ts';
import { watched } from './watched.ts';

async function played(source: string): Promise<Playback> {
  return playbackOf((await watched(source)).record);
}

/** Why the first step of each title runs, or its nth: 'resume Task-1 2'. */
async function why(source: string, ...titles: readonly string[]): Promise<readonly (readonly string[])[]> {
  const playback = await played(source);
  return titles.map((title) => {
    const [, name = '', nth] = /^(.*?)(?: #(\d+))?$/.exec(title) ?? [];
    return whyIn(playback, find(playback, name, Number(nth ?? 1)));
  });
}

describe('a task begins', () => {
  test('because the program ran it, or because a task made it', async () => {
    const source = `
      import { createTask, run } from 'asyncio';
      async function child() {}
      async function main() { await createTask(child()); }
      run(main());`;
    expect(await why(source, 'start Task-1', 'start Task-2')).toEqual([['the program'], ['created by Task-1']]);
  });

  test('because a callback made it, and a timer called that', async () => {
    const source = `
      import { createTask, getRunningLoop, run, sleep } from 'asyncio';
      async function child() {}
      async function main() {
        getRunningLoop().callLater(1, () => getRunningLoop().callSoon(function make() { createTask(child()); }));
        await sleep(2);
      }
      run(main());`;
    expect(await why(source, 'start Task-2')).toEqual([['timer 1', 'make', 'created by nobody']]);
  });

  test('and is told that it was cancelled before it began', async () => {
    const source = `
      import { createTask, run, sleep } from 'asyncio';
      async function child() {}
      async function main() { createTask(child()).cancel(); await sleep(0); }
      run(main());`;
    expect(await why(source, 'start Task-2')).toEqual([['created by Task-1', 'cancelled by Task-1']]);
  });

  test('of the loop’s own for no reason of the program’s', async () => {
    expect(await why(`import { run } from 'asyncio'; async function main() {} run(main());`, 'start Task-2')).toEqual([[]]);
  });
});

describe('a task goes on', () => {
  test('because a timer ended what it waited for', async () => {
    const source = `
      import { run, sleep } from 'asyncio';
      async function main() { await sleep(2); console.log('here'); }
      run(main());`;
    const chain = ['timer 2', 'F1 finished'];
    expect(await why(source, 'resume Task-1', 'print Task-1', 'done Task-1')).toEqual([chain, chain, chain]);
  });

  test('because it let others go first', async () => {
    const source = `
      import { run, sleep } from 'asyncio';
      async function main() { await sleep(0); }
      run(main());`;
    expect(await why(source, 'resume Task-1')).toEqual([['yielded by Task-1']]);
  });

  test('because another task ended, or ended a future', async () => {
    const source = `
      import { createTask, Future, run } from 'asyncio';
      async function child(future) { future.setResult(1); }
      async function main() {
        const future = new Future();
        const task = createTask(child(future));
        await future;
        await task;
        const other = createTask((async () => { throw new Error('x'); })());
        try { await other; } catch {}
      }
      run(main());`;
    expect(await why(source, 'resume Task-1', 'resume Task-1 #2')).toEqual([['F1 finished by Task-2'], ['Task-3 failed']]);
  });

  test('because the last of a gather ended', async () => {
    const source = `
      import { gather, run, sleep } from 'asyncio';
      async function main() { await gather(sleep(1), sleep(2)); }
      run(main());`;
    expect(await why(source, 'resume Task-1', 'callback #2')).toEqual([
      ['Task-3 finished', 'gather._done_callback(Task-3)', 'F1 finished'],
      ['Task-3 finished'],
    ]);
  });

  test('because it was cancelled while it waited, directly or through the task that it waited for', async () => {
    const source = `
      import { createTask, run, sleep } from 'asyncio';
      async function inner() { await sleep(5); }
      async function outer() { await createTask(inner(), { name: 'inner' }); }
      async function main() {
        const task = createTask(outer(), { name: 'outer' });
        await sleep(1);
        task.cancel();
        await sleep(0);
        await sleep(0);
      }
      run(main());`;
    expect(await why(source, 'resume inner', 'resume outer')).toEqual([
      ['cancelled by Task-1', 'F2 cancelled by Task-1'],
      ['inner cancelled'],
    ]);
  });

  test('because a timeout cancelled it', async () => {
    const source = `
      import { asyncWith, run, sleep, timeout } from 'asyncio';
      async function main() {
        try { await asyncWith(timeout(1), async () => { await sleep(5); }); } catch {}
      }
      run(main());`;
    expect(await why(source, 'resume Task-1')).toEqual([['timer 1', 'cancelled by nobody', 'F1 cancelled']]);
  });

  test('with what it waited for, and with the cancellation that came after that', async () => {
    const source = `
      import { createTask, run, sleep } from 'asyncio';
      let task;
      async function child() { await sleep(1); }
      async function main() {
        const first = createTask((async () => { await sleep(1); task.cancel(); })(), { name: 'first' });
        task = createTask(child(), { name: 'child' });
        try { await task; } catch {}
      }
      run(main());`;
    expect(await why(source, 'resume child')).toEqual([['timer 1', 'F2 finished', 'cancelled by first']]);
  });

  test('because a thread gave its result', async () => {
    const source = `
      import { run, toThread } from 'asyncio';
      import * as time from 'time';
      async function main() { await toThread(() => time.sleep(1)); }
      run(main());`;
    expect(await why(source, 'resume Task-1', 'timer')).toEqual([['thread asyncio_0', 'F1 finished'], ['thread asyncio_0']]);
  });

  test('because a future that was cancelled by hand ended, which no task’s cancellation did', async () => {
    const source = `
      import { createTask, Future, run, sleep } from 'asyncio';
      async function waits(future) { try { await future; } catch {} }
      async function main() {
        const future = new Future();
        createTask(waits(future), { name: 'waits' });
        const other = createTask(sleep(5), { name: 'other' });
        await sleep(0);
        other.cancel();
        future.cancel();
        await sleep(0);
      }
      run(main());`;
    expect(await why(source, 'resume waits')).toEqual([['F1 cancelled by Task-1']]);
  });
});

describe('a callback or a timer runs', () => {
  test('because a task asked for it, and what happens in it is its doing', async () => {
    const source = `
      import { getRunningLoop, run, sleep } from 'asyncio';
      async function main() {
        getRunningLoop().callSoon((text) => console.log(text), 'soon');
        getRunningLoop().callLater(1, () => console.log('later'));
        await sleep(2);
      }
      run(main());`;
    expect(await why(source, 'callback', 'timer', 'print', 'print #2')).toEqual([
      ['called by Task-1'],
      ['called by Task-1'],
      ['called by Task-1', "<lambda>('soon')"],
      ['timer 1'],
    ]);
  });
});

test('what the loop and the program itself do has no cause that the record tells', async () => {
  const playback = await played(`
    import { run, sleep } from 'asyncio';
    console.log('before');
    async function main() { await sleep(1); }
    run(main());
    console.log('after');`);
  const unexplained = playback.steps.flatMap(({ kind, lane }, place) =>
    playback.why(place).length === 0 && (lane === undefined || playback.lanes[lane]?.internal !== true) ? [kind] : [],
  );
  expect(new Set(unexplained)).toEqual(new Set(['begin', 'print', 'create', 'turn', 'close', 'end']));
  expect([playback.why(-1), playback.why(1e9), playback.why(0.5)]).toEqual([[], [], []]);
});

test('of a long chain the last links are told', async () => {
  const playback = await played(`
    import { getRunningLoop, run, sleep } from 'asyncio';
    function again(left) { if (left > 0) getRunningLoop().callSoon(again, left - 1); else console.log('end'); }
    async function main() { getRunningLoop().callSoon(again, 9); await sleep(1); }
    run(main());`);
  expect(whyIn(playback, find(playback, 'print'))).toEqual([
    ...['again(5)', 'again(4)', 'again(3)', 'again(2)', 'again(1)', 'again(0)'],
  ]);
});

test('in random programs every task’s step has a cause, and each cause lies before what it brings about', async () => {
  for (let seed = 810_000; seed < 810_080; seed += 1) {
    const playback = await played(typescript(generate(seed)));
    playback.steps.forEach(({ kind, lane }, place) => {
      const chain = playback.why(place);
      const steps = chain.flatMap((cause) => ('step' in cause ? [cause.step] : []));
      expect([seed, place, [...steps].sort((a, b) => a - b)]).toEqual([seed, place, steps]);
      expect(Math.max(-1, ...steps) <= place).toBe(true);
      const told = kind === 'start' || kind === 'resume' || kind === 'timer' || kind === 'callback';
      const own = lane !== undefined && playback.lanes[lane]?.internal === true;
      if (told && !own) expect([seed, place, chain.length > 0]).toEqual([seed, place, true]);
    });
  }
});
