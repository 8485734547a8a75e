/**
 * A run as a Chrome trace, in the JSON of the Trace Event Format, which Perfetto opens: a track for the event loop with its turns and
 * its jumps, a track for each task with its states, what happens as instants, what made a task go on as arrows, and the queue and the timers as counters.
 *
 * Work takes no virtual time, and what has no length cannot be seen: so each step takes a tick of the trace. Keeps true: a step is never before its virtual
 * time, always after the step before it, and the ticks are so short that no instant comes late by those before it, as long as a nanosecond is.
 */
import type { Cause, Playback, StepKind } from '../../playback/index.ts';
import { steppingWords } from '../words/stepping.ts';
import { timelineWords } from '../words/timeline.ts';
import { shown, stateOf } from './drawing/texts.ts';
import { namesOf } from './names.ts';
import { sentenceOf } from './sentence.ts';

/** An event of the format. Times are microseconds. `X`: a slice · `i`: an instant · `s`, `f`: an arrow's two ends · `C`: a counter · `M`: a name. */
export interface ChromeEvent {
  readonly ph: 'X' | 'i' | 's' | 'f' | 'C' | 'M';
  readonly name: string;
  readonly cat?: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Joins the ends of an arrow. */
  readonly id?: number;
  /** That an arrow ends at the slice around it. */
  readonly bp?: 'e';
  /** That an instant is one of its track. */
  readonly s?: 't';
  readonly args?: Readonly<Record<string, string | number | boolean>>;
}

/** A whole file. */
export interface ChromeTrace {
  readonly traceEvents: readonly ChromeEvent[];
  readonly displayTimeUnit: 'ms';
}

/** The numbers of the one process, and of the loop's track in it; the lanes' come after. */
const PROCESS = 1;
const LOOP = 1;
const trackOf = (lane: number | undefined): number => (lane === undefined ? LOOP : LOOP + 1 + lane);

/** Microseconds of a tick, at most and at least. */
const LONGEST_TICK = 1000;
const SHORTEST_TICK = 0.001;

/** Steps that are told by the slices, not as instants. */
const SLICES: ReadonlySet<StepKind> = new Set<StepKind>(['begin', 'turn', 'start', 'resume', 'suspend', 'done', 'end']);

/** When each step is, in the trace, and how long a step takes. */
interface Times {
  readonly of: (step: number) => number;
  readonly tick: number;
}

const micro = (seconds: number): number => Math.round(seconds * 1e9) / 1e3;

function timesOf({ steps }: Playback): Times {
  let tick = LONGEST_TICK;
  let since = 0;
  steps.forEach(({ t }, step) => {
    const passes = micro(t - (steps[since]?.t ?? t));
    if (passes <= 0) return;
    while (tick > SHORTEST_TICK && tick * (step - since) > passes) tick /= 10;
    since = step;
  });
  let before = -tick;
  const times = Float64Array.from(steps, ({ t }) => (before = Math.max(micro(t), micro((before + tick) / 1e6))));
  return { of: (step) => times[Math.min(step, steps.length - 1)] ?? 0, tick };
}

/** What is asked of a step more than once: all of it is found while the loop of that step is at hand. */
interface Told {
  /** Steps are from 1, as on screen. */
  readonly args: { readonly step: number; readonly what: string };
  /** The lane in whose code it is; undefined for the loop's own. */
  readonly doer: number | undefined;
  readonly ready: number;
  readonly timers: number;
}

/** A run on its way into a trace. */
interface Source {
  readonly playback: Playback;
  readonly times: Times;
  readonly told: (step: number) => Told;
}

function toldOf(playback: Playback, step: number): Told {
  const { queue, timers, running } = playback.at(step);
  const { kind, lane } = playback.steps[step] ?? {};
  return {
    args: { step: step + 1, what: sentenceOf(playback, step) },
    doer: kind === 'suspend' || kind === 'done' ? lane : running.at(-1),
    ready: queue.length,
    timers: timers.length,
  };
}

/** The trace of a run. @param title the name of its process */
export function chromeTraceOf(playback: Playback, title: string): ChromeTrace {
  const all = playback.steps.map((_, step) => toldOf(playback, step));
  const told = (step: number): Told => all[step] ?? toldOf(playback, step);
  const source = { playback, times: timesOf(playback), told };
  const traceEvents = [
    ...named(playback, title),
    ...turns(source),
    ...states(source),
    ...instants(source),
    ...arrows(source),
    ...counters(source),
  ];
  return { traceEvents, displayTimeUnit: 'ms' };
}

function named(playback: Playback, title: string): ChromeEvent[] {
  const names = namesOf(playback);
  const meta = (name: string, tid: number, args: NonNullable<ChromeEvent['args']>): ChromeEvent => ({
    ...{ ph: 'M', name, pid: PROCESS, tid, ts: 0 },
    args,
  });
  const tracks = [timelineWords.drawing.loop, ...playback.lanes.map((_, lane) => names.lane(lane))];
  return [
    meta('process_name', LOOP, { name: shown(title) }),
    ...tracks.flatMap((name, place) => [
      meta('thread_name', LOOP + place, { name }),
      meta('thread_sort_index', LOOP + place, { sort_index: place }),
    ]),
  ];
}

function slice(
  tid: number,
  name: string,
  cat: string,
  from: number,
  to: number,
  args: NonNullable<ChromeEvent['args']>,
): ChromeEvent {
  return { ph: 'X', name, cat, pid: PROCESS, tid, ts: from, dur: micro((to - from) / 1e6), args };
}

/** The loop's track: each of its turns, and the jumps between them. */
function turns({ playback, times: { of, tick }, told }: Source): ChromeEvent[] {
  const { steps } = playback;
  const begins = steps.flatMap(({ kind }, step) => (step === 0 || kind === 'turn' ? [step] : []));
  return begins.flatMap((begin, place) => {
    const { kind, it } = steps[begin] ?? {};
    const next = begins[place + 1];
    const end = of((next ?? steps.length) - 1) + tick;
    const name = kind === 'turn' ? steppingWords.turn(it ?? 0) : steppingWords.beforeTurns;
    const turn = slice(LOOP, name, 'turn', of(begin), end, told(begin).args);
    if (next === undefined || (steps[next]?.t ?? 0) <= (steps[next - 1]?.t ?? 0)) return [turn];
    return [turn, slice(LOOP, timelineWords.drawing.legend.jump, 'jump', end, of(next), told(next).args)];
  });
}

/** The tasks' tracks: how each is; that it is over, as long as a tick. */
function states({ playback, times: { of, tick }, told }: Source): ChromeEvent[] {
  const names = namesOf(playback);
  return playback.lanes.flatMap(({ spans, parent, result }, lane) =>
    spans.flatMap((span) => {
      const isOver = span.state === 'finished' || span.state === 'failed' || span.state === 'cancelled';
      const [from, to] = [of(span.from), isOver ? of(span.from) + tick : of(span.to)];
      if (to <= from) return [];
      const { line, file } = span.position ?? {};
      return slice(trackOf(lane), stateOf(span, playback), span.state, from, to, {
        ...told(span.from).args,
        ...(line === undefined || file === undefined ? {} : { line: `${shown(file)}:${String(line)}` }),
        ...(parent === undefined ? {} : { 'made by': names.lane(parent) }),
        ...(isOver && result !== undefined ? { result: shown(result) } : {}),
      });
    }),
  );
}

function instants({ playback, times: { of }, told }: Source): ChromeEvent[] {
  return playback.steps.flatMap(({ kind }, step) => {
    if (SLICES.has(kind)) return [];
    const { doer, args } = told(step);
    return [
      {
        ph: 'i',
        s: 't',
        name: args.what,
        cat: kind,
        pid: PROCESS,
        tid: trackOf(doer),
        ts: of(step),
        args: { step: args.step },
      } as const,
    ];
  });
}

/** From what made a task go on to where it does. */
function arrows({ playback, times: { of }, told }: Source): ChromeEvent[] {
  return playback.steps.flatMap(({ kind, lane }, step): ChromeEvent[] => {
    if (kind !== 'start' && kind !== 'resume') return [];
    const cause = playback.why(step).findLast((each): each is Cause & { readonly step: number } => 'step' in each);
    if (cause === undefined || cause.step >= step) return [];
    const both = { name: cause.because, cat: 'why', id: step + 1, pid: PROCESS };
    return [
      { ...both, ph: 's', tid: trackOf(told(cause.step).doer), ts: of(cause.step) },
      { ...both, ph: 'f', bp: 'e', tid: trackOf(lane), ts: of(step) },
    ];
  });
}

/** How many handles are ready, and how many timers are set, wherever that changes. */
function counters({ playback, times: { of }, told }: Source): ChromeEvent[] {
  const { queue, timers } = steppingWords;
  const before = new Map<string, number>();
  const counter = (name: string, count: number, step: number): ChromeEvent[] => {
    if (before.get(name) === count) return [];
    before.set(name, count);
    return [{ ph: 'C', name, pid: PROCESS, tid: LOOP, ts: of(step), args: { count } }];
  };
  return playback.steps.flatMap((_, step) => {
    const { ready, timers: set } = told(step);
    return [...counter(queue.title, ready, step), ...counter(timers.title, set, step)];
  });
}
