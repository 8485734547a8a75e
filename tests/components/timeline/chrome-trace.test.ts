/** A run as a Chrome trace: what the Trace Event Format asks of each event, and that the trace tells what the run did. */
import { describe, expect, test } from 'vitest';
import { type ChromeEvent, type ChromeTrace, chromeTraceOf } from '../../../src/components/timeline/chrome-trace.ts';
import { BLOCKING, CANCELLED, many, played, TWO } from './drawing/drawn.ts';

/** The trace of a program, as whoever opens the file has it. */
async function traceOf(body: string, title = 'a run'): Promise<ChromeTrace> {
  return JSON.parse(JSON.stringify(chromeTraceOf(await played(body), title))) as ChromeTrace;
}

const ofPhase = ({ traceEvents }: ChromeTrace, ph: ChromeEvent['ph']): ChromeEvent[] =>
  traceEvents.filter((event) => event.ph === ph);

/** The names of the tracks, by their numbers. */
const tracksOf = (trace: ChromeTrace): Map<number, unknown> =>
  new Map(ofPhase(trace, 'M').flatMap(({ name, tid, args }) => (name === 'thread_name' ? [[tid, args?.['name']] as const] : [])));

/** The slices of a track, in order, as `name` or with their virtual seconds. */
function slicesOf(trace: ChromeTrace, track: string): ChromeEvent[] {
  const tracks = tracksOf(trace);
  return ofPhase(trace, 'X')
    .filter(({ tid }) => tracks.get(tid) === track)
    .sort((a, b) => a.ts - b.ts);
}

const endOf = ({ ts, dur = 0 }: ChromeEvent): number => ts + dur;

const PROGRAMS = { TWO, BLOCKING, CANCELLED, MANY: many(40), NOTHING: 'async function main() {}' };

describe.each(Object.entries(PROGRAMS))('the trace of %s', (_, body) => {
  test('has what the format asks of each kind of event', async () => {
    for (const event of (await traceOf(body)).traceEvents) {
      const { ph, name, pid, tid, ts, dur, args = {} } = event;
      expect(name, JSON.stringify(event)).toMatch(/./);
      for (const number of [pid, tid, ts]) expect(Number.isFinite(number) && number >= 0, JSON.stringify(event)).toBe(true);
      if (ph === 'X') expect(dur, JSON.stringify(event)).toBeGreaterThan(0);
      if (ph === 'C') for (const value of Object.values(args)) expect(value).toBeTypeOf('number');
      if (ph === 'i') expect(event.s).toBe('t');
      if (ph === 's' || ph === 'f') expect(event.id).toBeTypeOf('number');
    }
  });

  test('has slices that do not overlap on their track, and each track has a name', async () => {
    const trace = await traceOf(body);
    const tracks = tracksOf(trace);
    for (const { tid, ...event } of trace.traceEvents) expect(tracks.has(tid), JSON.stringify(event)).toBe(true);
    for (const track of tracks.values()) {
      const slices = slicesOf(trace, String(track));
      slices.forEach((slice, place) => {
        const next = slices[place + 1];
        if (next !== undefined) expect(endOf(slice), `${slice.name}, ${next.name}`).toBeLessThanOrEqual(next.ts + 1e-6);
      });
    }
  });

  test('has arrows with two ends, each within a slice, and the second later', async () => {
    const trace = await traceOf(body);
    const isWithin = ({ tid, ts }: ChromeEvent): boolean =>
      ofPhase(trace, 'X').some((slice) => slice.tid === tid && slice.ts <= ts && ts < endOf(slice));
    const [begins, ends] = [ofPhase(trace, 's'), ofPhase(trace, 'f')];
    expect(begins.map(({ id }) => id)).toEqual(ends.map(({ id }) => id));
    begins.forEach((begin, place) => {
      const end = ends[place];
      expect(end?.ts, begin.name).toBeGreaterThan(begin.ts);
      expect(end === undefined ? [] : [begin, end].map(isWithin), `${begin.name}, ${String(begin.id)}`).toEqual([true, true]);
      expect(end).toMatchObject({ bp: 'e', name: begin.name, cat: begin.cat, pid: begin.pid });
    });
  });
});

test('each task is a track of what it does, at its virtual times', async () => {
  const trace = await traceOf(TWO);
  const [first, ...tasks] = tracksOf(trace).values();
  expect([first, ...tasks.slice(0, 3)]).toEqual(['event loop', 'main (Task-1)', 'count (Task-2)', 'count (Task-3)']);
  expect(slicesOf(trace, 'count (Task-3)').map(({ name }) => name)).toEqual([
    'ready',
    'running',
    'sleeps until 1 s',
    'ready',
    'running',
    'done',
  ]);
  const asleep = slicesOf(trace, 'count (Task-3)').filter(({ name }) => name.startsWith('sleeps'));
  expect(asleep.map((slice) => [slice.ts, endOf(slice)].map((ts) => Math.floor(ts / 1e5)))).toEqual([[0, 10]]);
  expect(asleep[0]?.args).toMatchObject({ line: 'main.ts:6', 'made by': 'main (Task-1)' });
});

test('the loop is a track of its turns, and of the jumps of the clock', async () => {
  expect(
    slicesOf(await traceOf(TWO), 'event loop')
      .map(({ name }) => name)
      .slice(0, 5),
  ).toEqual(['Before the first iteration', 'Iteration 1', 'Iteration 2', 'all wait: the clock jumps', 'Iteration 3']);
});

test('a call that blocks lasts as long as it blocks, and nobody else runs meanwhile', async () => {
  const trace = await traceOf(BLOCKING);
  const blocking = ofPhase(trace, 'X').filter(({ name }) => name === 'blocking');
  expect(blocking.map(({ dur = 0 }) => Math.round(dur / 1e5))).toEqual([20, 20]);
  for (const block of blocking) {
    const others = ofPhase(trace, 'X').filter(
      ({ tid, name, ts }) => tid !== block.tid && ['running', 'blocking'].includes(name) && ts > block.ts && ts < endOf(block),
    );
    expect(others).toEqual([]);
  }
});

test('printed lines are instants on the track of whoever prints', async () => {
  const trace = await traceOf(TWO);
  const tracks = tracksOf(trace);
  const printed = ofPhase(trace, 'i').filter(({ cat }) => cat === 'print');
  expect(printed.map(({ tid, name }) => [tracks.get(tid), name])).toEqual([
    ['count (Task-2)', 'count (Task-2) prints “A”.'],
    ['count (Task-3)', 'count (Task-3) prints “B”.'],
    ['count (Task-2)', 'count (Task-2) prints “A again”.'],
    ['count (Task-3)', 'count (Task-3) prints “B again”.'],
  ]);
});

test('steps follow one another, and none is before its virtual time, also where very many lie in a moment', async () => {
  const playback = await played(`
    async function busy() { for (let n = 0; n < 300; n += 1) await sleep(0); await sleep(1e-9); }
    async function main() { await gather(busy(), busy()); }`);
  const instants = chromeTraceOf(playback, 'busy').traceEvents.filter(({ ph }) => ph === 'f' || ph === 'i');
  const byStep = new Map(instants.map(({ ts, args, id }) => [Number(args?.['step'] ?? id) - 1, ts]));
  let before = -1;
  for (const [step, ts] of [...byStep].sort(([a], [b]) => a - b)) {
    expect(ts).toBeGreaterThan(before);
    expect(ts).toBeGreaterThanOrEqual(Math.round((playback.steps[step]?.t ?? 0) * 1e9) / 1e3);
    before = ts;
  }
  expect(byStep.size).toBeGreaterThan(600);
});

test('the queue and the timers are counted', async () => {
  const counts = (name: string, trace: ChromeTrace): unknown[] =>
    ofPhase(trace, 'C').flatMap((event) => (event.name === name ? [event.args?.['count']] : []));
  const trace = await traceOf(TWO);
  expect(Math.max(...counts('Ready queue', trace).map(Number))).toBe(2);
  expect(counts('Timers', trace)).toEqual([0, 1, 2, 0]);
});

test('a name from a program stays one bounded text', async () => {
  const trace = await traceOf('async function main() {}', `${'x'.repeat(5000)}\u202e\n`);
  for (const { name, args } of trace.traceEvents) {
    for (const text of [name, ...Object.values(args ?? {})]) {
      expect(String(text).length).toBeLessThan(400);
      expect(String(text)).not.toMatch(/[\n\u202e]/);
    }
  }
});
