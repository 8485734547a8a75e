/**
 * What is wrong with the playback of a run, in words; nothing when it is faithful. `faultsOf` judges by the record alone, `faultsAgainst` by what the loop
 * itself held.
 */
import type { RunRecord } from '../../src/record/index.ts';
import { playbackOf, type LaneState, type Playback } from '../../src/playback/index.ts';
import { takenBy } from '../../src/playback/fields.ts';
import type { Watched } from './watched.ts';

/** The first faults are enough. */
const MAX_FAULTS = 5;

export function faultsOf(record: RunRecord): readonly string[] {
  const playback = playbackOf(record);
  const faults: string[] = [];
  const { steps } = playback;
  steps.forEach((step, place) => {
    const note = (what: string): void => void faults.push(`step ${place} (${step.kind}): ${what}`);
    followsTheLast(playback, place, note);
    runsTheFirst(playback, place, note);
    laneFitsMoment(playback, place, note);
    const event = record.events[step.event];
    if (event?.ev === 'iter') {
      const { queue, batch } = playback.at(place);
      if (queue.length !== event['ready'])
        note(`the loop has ${String(event['ready'])} handles to run, the queue ${queue.length}`);
      if (batch !== queue.length) note(`the iteration begins with ${batch} of ${queue.length}`);
    }
  });
  const last = steps.at(-1);
  if (last !== undefined && last.last !== record.events.length - 1) faults.push(`the last events belong to no step`);
  if (playback.at(steps.length - 1).printed !== record.output.length) faults.push('lines are missing by the end');
  endsAsTold(playback, (what) => void faults.push(what));
  return faults.slice(0, MAX_FAULTS);
}

/** The playback of a whole record, held against what the loop held after the last event of each step. */
export function faultsAgainst({ record, held, cancelled }: Watched): readonly string[] {
  const playback = playbackOf(record);
  const faults: string[] = [];
  playback.steps.forEach(({ kind, last }, place) => {
    const truth = held.get(record.events[last]?.i ?? 0);
    if (truth === undefined) return;
    const { queue, timers } = playback.at(place);
    const note = (what: string): void => void faults.push(`step ${place} (${kind}): ${what}`);
    if (queue.length !== truth.ready) note(`${queue.length} handles are queued instead of ${truth.ready}`);
    const [shown, set] = [timers.map(({ handle }) => handle).join(' '), truth.timers.join(' ')];
    if (shown !== set) note(`the timers are ${shown} instead of ${set}`);
    for (const { handle, skipped } of queue) if (skipped === true && !cancelled.has(handle)) note(`${handle} was not cancelled`);
  });
  return faults.slice(0, MAX_FAULTS);
}

/** Steps hold all events in order; time, iterations and output never go back. */
function followsTheLast({ steps, at }: Playback, place: number, note: (what: string) => void): void {
  const [step, before] = [steps[place], steps[place - 1]];
  if (step === undefined || before === undefined) return;
  if (step.first !== before.last + 1) note('it does not begin where the step before ends');
  if (step.event < step.first || step.event > step.last) note('it is named after an event of another step');
  if (step.t < before.t) note('time goes back');
  if (at(place).printed < at(place - 1).printed) note('lines of output are taken back');
}

/** What runs was the first of the queue, save for what is passed over; a timer that fires was set for then. */
function runsTheFirst({ record, steps, at }: Playback, place: number, note: (what: string) => void): void {
  const event = record.events[steps[place]?.event ?? -1];
  if (event === undefined) return;
  const handle = takenBy(event);
  if (handle === undefined) return;
  const { queue } = at(place - 1);
  const first = queue.find(({ skipped }) => skipped !== true);
  if (first?.handle !== handle) note(`${handle} runs, the first of the queue is ${first?.handle ?? 'nobody'}`);
  if (at(place).queue.some((entry) => entry.handle === handle)) note(`${handle} runs, and is queued still`);
  if (event.ev === 'timer.fire' && (event['when'] as number) > at(place).t + 1e-9) note('the timer fires too early');
}

/** A lane is as the moment says: who runs is on the stack, who is ready stands in the queue, who waits for a timer is known to it. */
function laneFitsMoment(playback: Playback, place: number, note: (what: string) => void): void {
  const { running, queue, timers } = playback.at(place);
  const queued = new Set(queue.map(({ lane }) => lane));
  const closed = playback.steps.findLastIndex(({ kind }, other) => other <= place && kind === 'close');
  playback.lanes.forEach(({ kind, name }, lane) => {
    const span = playback.spanOf(lane, place);
    if (span === undefined || kind === 'thread') return;
    const runs = span.state === 'running' || span.state === 'blocking';
    if (runs !== running.includes(lane)) note(`${name} is ${span.state} and ${runs ? 'not ' : ''}on the stack`);
    if (span.state === 'waiting' && queued.has(lane)) note(`${name} waits, and its step is queued`);
    // A loop that is closed drops what was queued and set; who waited for it waits for ever.
    if (closed >= span.from) return;
    const about = playback.record.events[playback.steps[place]?.event ?? -1];
    const begins = about?.ev === 'task.create' && about['eager'] === true; // an eager task's first step needs no queue
    if (span.state === 'ready' && !queued.has(lane) && !begins) note(`${name} is ready, and not queued`);
    if (span.state !== 'waiting' || span.waits?.on !== 'timer') return;
    const { future, when } = span.waits;
    const found = timers.some((timer) => timer.when === when && timer.lanes.includes(lane));
    if (!found && !queue.some(({ callback }) => callback.includes(future))) note(`${name} waits for a timer that is not set`);
  });
}

/** Every lane ends as its task did, and its spans have no gaps. */
function endsAsTold({ record, lanes, steps }: Playback, note: (what: string) => void): void {
  const states = new Map<string, LaneState[]>();
  for (const { kind, name, spans } of lanes) {
    if (spans.length === 0) note(`${name} has no life`);
    spans.forEach((span, index) => {
      if (span.from > span.to) note(`${name} is ${span.state} backwards`);
      if (index > 0 && span.from !== spans[index - 1]?.to) note(`the life of ${name} has a gap before ${span.from}`);
    });
    const last = spans.at(-1);
    if (last?.to !== steps.length - 1) note(`the life of ${name} does not go to the end`);
    if (kind === 'task' && last !== undefined) states.set(name, [...(states.get(name) ?? []), last.state]);
  }
  for (const { name, state } of record.tasks) {
    const ends = states.get(name) ?? [];
    const pending = ends.some((end) => !['finished', 'failed', 'cancelled'].includes(end));
    if (state === 'pending' ? !pending : !ends.includes(state)) note(`${name} is ${state}, its lane ends ${ends.join(' and ')}`);
  }
}
