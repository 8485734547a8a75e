/** Each step in one sentence: who does what, and what comes of it. Everything is read off the playback; of what a record does not tell, nothing is said. */
import type { Playback, Step, Waits } from '../../playback/index.ts';
import type { TraceEvent } from '../../record/index.ts';
import { stepWords as say } from '../words/steps.ts';
import { shown } from './drawing/texts.ts';
import { namesOf } from './names.ts';
import { wokenBy } from './why.ts';

/** The most that a sentence has of any text of a program. */
const LONGEST = 120;

/** A step, in a sentence or two. Text, never markup. */
export function sentenceOf(playback: Playback, step: number): string {
  const present = playback.steps[step];
  if (present === undefined) return '';
  const { kind, lane } = present;
  if (lane !== undefined && playback.lanes[lane]?.internal === true) {
    const lanes = joins(playback, step);
    return say.tidies(kind === 'create' && lanes[0] !== undefined ? say.joins(lanes) : told(playback, step, present));
  }
  return told(playback, step, present).replace(/^(?=(?:the|a) [a-z])[ta]/, (letter) => letter.toUpperCase());
}

function told(playback: Playback, step: number, { kind, lane, event }: Step): string {
  const { record } = playback;
  const names = namesOf(playback);
  const fields = record.events[event];
  const who = names.lane(lane);
  const by = (): string => names.actor(step);

  switch (kind) {
    case 'begin':
      return playback.isWhole ? say.begin : say.beginLate;
    case 'turn':
      return turn(playback, step);
    case 'start':
      return say.start(who);
    case 'resume': {
      const thrown = textOf(fields, 'throw');
      return thrown === undefined ? say.resume(who, wokenBy(playback, step)) : say.thrown(who, thrown);
    }
    case 'suspend':
      return suspension(playback, lane === undefined ? undefined : playback.spanOf(lane, step)?.waits, who);
    case 'done':
      return end(fields, who);
    case 'create':
      return (fields?.['eager'] === true ? say.createEager : say.create)(by(), who);
    case 'cancel':
      return say.cancel(by(), who);
    case 'uncancel':
      return say.uncancel(who);
    case 'print':
      return say.print(lane === undefined ? by() : who, textOf(fields, 'text') ?? '');
    case 'block':
      return say.block(lane === undefined ? by() : who, numberOf(fields, 'seconds'));
    case 'settle':
      return say.settle[stateOf(fields)](who, names.future(textOf(fields, 'future') ?? ''));
    case 'timer':
      return timer(playback, step, fields);
    case 'callback': {
      const { text, isCode } = names.callback(textOf(fields, 'callback') ?? '');
      return say.then(isCode ? say.runs(text) : text, joins(playback, step));
    }
    case 'thread':
      return say.thread(who);
    case 'trouble':
      return trouble(fields);
    case 'deadlock':
      return say.deadlock;
    case 'close':
      return say.close;
    case 'end':
      return say.end[record.outcome];
  }
}

/** A turn: what the clock did, which timers are due, who will run. */
function turn(playback: Playback, step: number): string {
  const names = namesOf(playback);
  const { queue, batch, t, it } = playback.at(step);
  const before = step === 0 ? undefined : playback.at(step - 1);
  const due = new Set(before?.timers.map(({ handle }) => handle));
  const batched = queue.slice(0, batch).filter(({ skipped }) => skipped !== true);
  const ready = batched.filter(({ handle }) => !due.has(handle));
  const tasks = ready.flatMap(({ lane }) => (lane === undefined ? [] : [names.lane(lane)]));
  return [
    say.turn(it),
    ...(before !== undefined && t > before.t ? [say.jumps(t)] : []),
    ...(ready.length < batched.length ? [say.due(batched.length - ready.length)] : []),
    ...(ready.length > 0 ? [say.queued(tasks, ready.length - tasks.length)] : []),
  ].join(' ');
}

/** A timer: who joins the queue by it; if nobody does, what it is for. */
function timer(playback: Playback, step: number, fields: TraceEvent | undefined): string {
  const fires = say.timer(numberOf(fields, 'when'));
  const lanes = joins(playback, step);
  const { text, isCode } = namesOf(playback).callback(textOf(fields, 'callback') ?? '');
  return say.then(lanes.length > 0 ? fires : say.because(fires, isCode ? say.runs(text) : text), lanes);
}

function suspension(playback: Playback, waits: Waits | undefined, who: string): string {
  const names = namesOf(playback);
  switch (waits?.on) {
    case 'timer':
      return say.suspend.timer(who, waits.when);
    case 'task':
    case 'thread':
      return say.suspend.on(who, names.lane(waits.lane));
    case 'gather':
    case 'future':
      return say.suspend.on(who, names.future(waits.future));
    case 'turn':
      return say.suspend.turn(who);
    case undefined:
      return say.suspend.unknown(who);
  }
}

function end(fields: TraceEvent | undefined, who: string): string {
  const result = textOf(fields, 'result');
  switch (stateOf(fields)) {
    case 'cancelled':
      return say.cancelled(who);
    case 'failed':
      return say.failed(who, result);
    case 'finished':
      return say.done(who, result === 'None' ? undefined : result);
  }
}

function trouble(fields: TraceEvent | undefined): string {
  const text = textOf(fields, 'text') ?? textOf(fields, 'message') ?? textOf(fields, 'exception') ?? '';
  const ev = fields?.ev;
  return (ev === 'warning' ? say.warns : ev === 'log' ? say.logs : ev === 'exception_handler' ? say.handles : say.raises)(text);
}

/** Who joins the queue in a step. */
function joins(playback: Playback, step: number): readonly string[] {
  const names = namesOf(playback);
  return playback
    .at(step)
    .queue.filter(({ since, lane }) => since === step && lane !== undefined)
    .map(({ lane }) => names.lane(lane));
}

/** A text of a program, bounded and in one line. */
function textOf(fields: TraceEvent | undefined, name: string): string | undefined {
  const value = fields?.[name];
  return typeof value === 'string' ? shown(value, LONGEST) : undefined;
}

function numberOf(fields: TraceEvent | undefined, name: string): number {
  const value = fields?.[name];
  return typeof value === 'number' ? value : Infinity;
}

function stateOf(fields: TraceEvent | undefined): 'finished' | 'failed' | 'cancelled' {
  const state = fields?.['state'];
  return state === 'failed' || state === 'cancelled' ? state : 'finished';
}
