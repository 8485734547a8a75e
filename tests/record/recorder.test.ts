import { describe, expect, test } from 'vitest';
import type { RunRecord, TraceEvent } from '../../src/record/index.ts';
import { recordOf, ROOMY } from './record-of.ts';

const TWO_TASKS = `
import { createTask, run, sleep } from 'asyncio';
import { print } from 'test';
async function work(seconds) {
  await sleep(seconds);
  return seconds;
}
async function main() {
  const slow = createTask(work(2), { name: 'slow' });
  const quick = createTask(work(1), { name: 'quick' });
  print('both go');
  await quick;
  slow.cancel('too slow');
  try { await slow; } catch {}
  return [1, 'a'];
}
run(main());
`;

const eventsOf = (record: RunRecord, ...names: string[]): string[] =>
  record.events
    .filter(({ ev }) => names.includes(ev))
    .map(({ ev, t, ...rest }) => `${String(t)} ${ev} ${rest['task'] as string}`);

const spinning = (turns: number): string => `
import { run, sleep } from 'asyncio';
async function main() { for (let i = 0; i < ${String(turns)}; i += 1) await sleep(0); }
run(main());`;

const first = (record: RunRecord, ev: string): TraceEvent | undefined => record.events.find((each) => each.ev === ev);

describe('a record', () => {
  test('tells each task’s life: who made it, when it ended, and how', async () => {
    const { tasks, elapsed, outcome } = await recordOf(TWO_TASKS);
    expect(outcome).toBe('finished');
    expect(elapsed).toBe(1);
    const [main, slow, quick] = tasks;
    expect(main).toEqual({
      serial: 1,
      name: 'Task-1',
      coroutine: 'main',
      by: null,
      created: 0,
      ended: 1,
      state: 'finished',
      result: "[1, 'a']",
    });
    expect(slow).toEqual({ serial: 2, name: 'slow', coroutine: 'work', by: 'Task-1', created: 0, ended: 1, state: 'cancelled' });
    expect(quick).toEqual({
      serial: 3,
      name: 'quick',
      coroutine: 'work',
      by: 'Task-1',
      created: 0,
      ended: 1,
      state: 'finished',
      result: '1',
    });
  });

  test('tells each line with its time, its task and the iteration', async () => {
    const { output } = await recordOf(TWO_TASKS);
    expect(output).toEqual([{ text: 'both go', t: 0, it: 1, task: 'Task-1' }]);
  });

  test('tells tasks of one name apart, in every event that is about one of them', async () => {
    const record = await recordOf(`
import { createTask, run, sleep } from 'asyncio';
async function work(other) { if (other) await other; else await sleep(1); }
async function main() {
  const one = createTask(work(), { name: 'twin' });
  await createTask(work(one), { name: 'twin' });
}
run(main());`);
    const about = ({ task, callback, on = '', wokenBy = '' }: TraceEvent): string => [task ?? callback, on, wokenBy].join(' ');
    const told = record.events
      .filter(({ ev, serial }) => serial !== undefined && (serial as number) <= 3 && ev !== 'task.create')
      .map((event) => [event.ev, about(event).trim(), event['serial'], event['onTask'] ?? event['wokenByTask']]);
    expect(told).toEqual([
      ['ready.push', 'Task-1.step', 1, undefined],
      ['task.start', 'Task-1', 1, undefined],
      ['ready.push', 'twin.step', 2, undefined],
      ['ready.push', 'twin.step', 3, undefined],
      ['task.suspend', 'Task-1 twin', 1, 3],
      ['task.start', 'twin', 2, undefined],
      ['task.suspend', 'twin F1', 2, undefined],
      ['task.start', 'twin', 3, undefined],
      ['task.suspend', 'twin twin', 3, 2],
      ['ready.push', 'twin.wakeup(F1)', 2, undefined],
      ['task.resume', 'twin  F1', 2, undefined],
      ['task.done', 'twin', 2, undefined],
      ['ready.push', 'twin.wakeup(twin)', 3, undefined],
      ['task.resume', 'twin  twin', 3, 2],
      ['task.done', 'twin', 3, undefined],
      ['ready.push', 'Task-1.wakeup(twin)', 1, undefined],
      ['task.resume', 'Task-1  twin', 1, 3],
      ['task.done', 'Task-1', 1, undefined],
    ]);
  });

  test('tells which handle of the queue each step was, and when the loop drops what is left', async () => {
    const { events } = await recordOf(TWO_TASKS);
    const pushed = events.filter(({ ev, serial }) => ev === 'ready.push' && serial !== undefined);
    const taken = events.filter(({ ev }) => ev === 'task.start' || ev === 'task.resume');
    expect(taken.map(({ handle }) => handle)).toEqual(pushed.map(({ handle }) => handle));
    expect(events.at(-2)?.ev).toBe('loop.close');
  });

  test('tells the events in order, with the names and fields of the oracle', async () => {
    const record = await recordOf(TWO_TASKS);
    expect(eventsOf(record, 'task.start', 'task.suspend', 'task.cancel').slice(0, 7)).toEqual([
      '0 task.start Task-1',
      '0 task.suspend Task-1',
      '0 task.start slow',
      '0 task.suspend slow',
      '0 task.start quick',
      '0 task.suspend quick',
      '1 task.cancel slow',
    ]);
    expect(first(record, 'task.suspend')).toMatchObject({
      task: 'Task-1',
      on: 'quick',
      position: { line: 12, function: 'main' },
    });
    expect(first(record, 'clock.jump')).toMatchObject({ t: 0, to: 1 });
    expect(first(record, 'task.cancel')).toMatchObject({ task: 'slow', by: 'Task-1', message: "'too slow'", cancelling: 1 });
    expect(first(record, 'timer.set')).toMatchObject({ when: 2 });
    expect(record.events.map(({ i }) => i)).toEqual(record.events.map((_, index) => index + 1));
  });

  test('is plain JSON, and the same for the same program', async () => {
    const [one, other] = [await recordOf(TWO_TASKS), await recordOf(TWO_TASKS)];
    expect(JSON.parse(JSON.stringify(one))).toEqual(one);
    expect(JSON.stringify(other)).toBe(JSON.stringify(one));
  });

  test('tells what CPython would say at exit', async () => {
    const { warnings } = await recordOf(`
import { run } from 'asyncio';
async function forgotten() {}
async function main() { forgotten(); }
run(main());`);
    const position = { file: 'main.ts', line: 3, column: 1, function: 'forgotten' };
    expect(warnings).toEqual([
      {
        category: 'RuntimeWarning',
        text: "coroutine 'forgotten' was never awaited",
        hint: expect.stringContaining('await forgotten(…)') as string,
        position,
      },
    ]);
  });

  test('rounds away the noise of binary fractions', async () => {
    const { elapsed } = await recordOf(`
import { run, sleep } from 'asyncio';
async function main() { await sleep(0.1); await sleep(0.2); }
run(main());`);
    expect(elapsed).toBe(0.3);
  });
});

describe('a record is bounded:', () => {
  test('past the budget the oldest events go first, and are counted', async () => {
    const whole = await recordOf(spinning(500));
    const cut = await recordOf(spinning(500), { ...ROOMY, events: 100 });
    expect(whole.dropped).toBeUndefined();
    expect(cut.events).toEqual(whole.events.slice(-100));
    expect(cut.dropped).toMatchObject({ events: whole.events.length - 100 });
  });

  test('no event is kept when events are off; tasks, output and warnings are', async () => {
    const record = await recordOf(TWO_TASKS, { ...ROOMY, events: 0 });
    const whole = await recordOf(TWO_TASKS);
    expect(record).toEqual({ ...whole, events: [] });
  });

  test('the oldest of very many tasks go first, and are counted', async () => {
    const record = await recordOf(
      `
import { createTask, run, sleep } from 'asyncio';
async function nothing() {}
async function main() { for (let i = 0; i < 10_010; i += 1) createTask(nothing()); await sleep(1); }
run(main());`,
      { ...ROOMY, events: 0 },
    );
    expect(record.tasks).toHaveLength(10_000);
    expect(record.tasks.at(-3)?.name).toBe('Task-10011');
    expect(record.tasks.every(({ state }) => state === 'finished')).toBe(true);
    expect(record.dropped?.tasks).toBe(13); // main, and the two with which `run` ends, are tasks as well
  });

  test('a long line is cut and says so', async () => {
    const record = await recordOf(`import { print } from 'test'; print('x'.repeat(5000));`);
    expect(record.output[0]?.text).toHaveLength(2000);
    expect(record.output[0]?.text).toMatch(/^x{1900,}… \(cut: 5000 characters\)$/);
  });

  test('a line past the limit is refused, and makes the run over budget', async () => {
    const record = await recordOf(`import { print } from 'test'; for (let i = 0; i < 8; i += 1) print(String(i));`, {
      ...ROOMY,
      outputLines: 5,
    });
    expect(record).toMatchObject({ outcome: 'over-budget', budget: 'output', dropped: { lines: 3 } });
    expect(record.output.map(({ text }) => text)).toEqual(['0', '1', '2', '3', '4']);
  });

  test('a run past its loop steps is over budget, whatever the program caught', async () => {
    const caught = `
import { run, sleep } from 'asyncio';
async function main() { for (;;) await sleep(0); }
try { run(main()); } catch {}`;
    expect(await recordOf(caught, { ...ROOMY, loopSteps: 100 })).toMatchObject({ outcome: 'over-budget', budget: 'loop-steps' });
  });

  test('a run of fewer steps than that finishes', async () => {
    const names = ['task.start', 'task.resume', 'handle.run', 'timer.fire'];
    const steps = (await recordOf(spinning(50))).events.filter(({ ev }) => names.includes(ev)).length;
    expect((await recordOf(spinning(50), { ...ROOMY, loopSteps: steps + 1 })).outcome).toBe('finished');
    expect((await recordOf(spinning(50), { ...ROOMY, loopSteps: steps - 1 })).outcome).toBe('over-budget');
  });
});
