/** A comparison in sentences: the first difference, then what lies behind it. Texts of the programs stand in backticks; everything here is text, never HTML. */
import type { Behind, Comparison, Difference, Playback, Printed, Side } from '../../playback/index.ts';
import { namesOf } from '../timeline/names.ts';
import { compareWords as words } from '../words/compare.ts';

/** The two runs and how they are called within a sentence. */
interface Named {
  readonly playback: Playback;
  readonly name: string;
  /** Its code is on the page: lines of it mean something. */
  readonly isShown: boolean;
}

export type Both = Readonly<Record<Side, Named>>;

/** The longest text of a program in a sentence, in UTF-16 units. */
const MAX_TEXT = 120;

const cut = (text: string): string => {
  const inline = text.replaceAll('`', 'ˋ').replaceAll(/\s+/g, ' ');
  return inline.length <= MAX_TEXT ? inline : `${inline.slice(0, MAX_TEXT - 1)}…`;
};

/** Two texts that differ, cut so that the difference is still in both. */
function parted(text: string, other: string): [string, string] {
  let same = 0;
  while (same < text.length && text[same] === other[same]) same += 1;
  const from = same < MAX_TEXT - 20 ? 0 : same - 20;
  const part = (of: string): string => cut(from === 0 ? of : `…${of.slice(from)}`);
  return [part(text), part(other)];
}

const otherOf = (side: Side): Side => (side === 'yours' ? 'reference' : 'yours');

/** A sentence, and the meeting at which it can be seen. */
export interface Sentence {
  readonly text: string;
  readonly meeting?: number;
}

/** What is said of two runs: of what differs, or that nothing does and what is different inside. */
export function told({ difference, aside }: Comparison, both: Both): Sentence[] {
  const named = difference ?? aside;
  return [
    ...(difference === undefined && aside?.kind !== 'order'
      ? [{ text: words[aside === undefined ? 'nothing' : 'nearlySame'](same(both)) }]
      : []),
    ...(named === undefined
      ? []
      : [{ text: aboutDifference(named, both).join(' '), meeting: named.meeting }, ...behind(named.behind ?? {}, both)]),
    ...(both.yours.playback.isWhole && both.reference.playback.isWhole ? [] : [{ text: words.lost }]),
  ];
}

/** A task as it is named in its run. */
function taskOf({ playback }: Named, lane: number): string {
  return cut(namesOf(playback).lane(lane));
}

/** Who acts: a task of a run, or the run itself where it is its main task. */
function whoIs(run: Named, lane: number | undefined): string {
  return lane === undefined || run.playback.lanes[lane]?.parent === undefined
    ? run.name
    : words.ofRun(taskOf(run, lane), run.name);
}

function aboutDifference(difference: Difference, both: Both): string[] {
  const name = (side: Side): string => both[side].name;
  switch (difference.kind) {
    case 'line':
      return [aboutLine(difference, both)];
    case 'order': {
      const { yours, reference, held } = difference;
      const first = words.line.instead(cut(yours.text), yours.t, name('yours'), name('reference'), cut(reference.text));
      if (held === undefined) return [first, words.order.lines];
      const holding = difference[held];
      return [first, words.order.held(whoIs(both[held], holding.lane), name(otherOf(held)))];
    }
    case 'blocked': {
      const { in: side, t, seconds, lane, other } = difference;
      const blocks = [whoIs(both[side], lane), t, t + seconds, lineOf(both[side], difference), name(otherOf(side))] as const;
      if (other === undefined) return [words.blocked.only(...blocks)];
      return [words.blocked.both(...blocks, other.t, other.t + other.seconds)];
    }
    case 'warned':
      return [
        words.warned(
          cut(difference.text),
          name(difference.in),
          lineOf(both[difference.in], difference),
          name(otherOf(difference.in)),
        ),
      ];
    case 'cancelled': {
      const { in: side, lane, other, t } = difference;
      const who = whoIs(both[side], lane);
      if (other === undefined) return [words.cancelled.only(who, t, name(otherOf(side)))];
      return [words.cancelled.partner(who, t, whoIs(both[otherOf(side)], other))];
    }
    case 'raised': {
      const { yours, reference } = difference;
      const error = ({ type, message }: NonNullable<typeof yours>): string => cut(message === '' ? type : `${type}: ${message}`);
      if (yours !== undefined && reference !== undefined)
        return [words.raised.both(error(yours), yours.t, name('yours'), name('reference'), error(reference))];
      const [side, raised] = yours === undefined ? (['reference', reference] as const) : (['yours', yours] as const);
      return raised === undefined ? [] : [words.raised.only(error(raised), raised.t, name(side), name(otherOf(side)))];
    }
    case 'unfinished': {
      const { in: side, outcome } = difference;
      const { outcome: otherOutcome, elapsed } = both[otherOf(side)].playback.record;
      return [
        words.unfinished[outcome](name(side), both[side].playback.record.elapsed),
        ...(otherOutcome === 'finished' ? [words.unfinished.other(name(otherOf(side)), elapsed)] : []),
      ];
    }
    case 'returned':
      return [words.returned(name('yours'), ...parted(difference.yours, difference.reference), name('reference'))];
    case 'at-once':
      return [words.atOnce(difference.t, name('yours'), difference.yours, name('reference'), difference.reference)];
    case 'alone':
      return [words.alone[difference.isTimer ? 'timer' : 'any'](difference.t, name(difference.in), name(otherOf(difference.in)))];
    case 'turns':
      return [words.turns(difference.t, name('yours'), difference.yours, name('reference'), difference.reference)];
    case 'ended':
      return [aboutEnds(difference, both)];
  }
}

function aboutLine({ yours, reference }: Difference & { readonly kind: 'line' }, both: Both): string {
  if (yours !== undefined && reference !== undefined) {
    if (yours.text !== reference.text)
      return yours.t === reference.t
        ? words.line.instead(cut(yours.text), yours.t, both.yours.name, both.reference.name, cut(reference.text))
        : words.line.early(cut(yours.text), both.yours.name, both.reference.name, cut(reference.text));
    const first: Side = yours.t < reference.t ? 'yours' : 'reference';
    const lines: Record<Side, Printed> = { yours, reference };
    const [early, late] = [lines[first], lines[otherOf(first)]];
    return words.line.moved(cut(early.text), both[first].name, early.t, both[otherOf(first)].name, late.t);
  }
  const side: Side = yours === undefined ? 'reference' : 'yours';
  const line = yours ?? reference;
  if (line === undefined) return '';
  const [one, other] = [both[side], both[otherOf(side)]];
  const timesIn = ({ playback }: Named): number => playback.record.output.filter(({ text }) => text === line.text).length;
  return timesIn(other) === 0
    ? words.line.only(cut(line.text), line.t, one.name, other.name)
    : words.line.oftener(cut(line.text), line.t, one.name, timesIn(one), other.name, timesIn(other));
}

function aboutEnds(ends: Readonly<Record<Side, number>>, both: Both): string {
  const first: Side = ends.yours < ends.reference ? 'yours' : 'reference';
  const second = otherOf(first);
  return words.ended(both[first].name, ends[first], both[second].name, ends[second]);
}

function behind({ waiting, started, atOnce, ended, warned }: Behind, both: Both): Sentence[] {
  const all: Sentence[] = [];
  if (ended !== undefined) all.push({ text: aboutEnds(ended, both) });
  if (started !== undefined) {
    const { yours, reference } = started;
    all.push({ text: words.started(whoIs(both.yours, yours.lane), yours.t, whoIs(both.reference, reference.lane), reference.t) });
  }
  const waits = started === undefined && waiting !== undefined ? aboutWaiting(waiting, both[waiting.in]) : undefined;
  const more: Side = (atOnce?.yours ?? 0) > (atOnce?.reference ?? 0) ? 'yours' : 'reference';
  const fewer = otherOf(more);
  if (waits !== undefined && atOnce !== undefined && waiting?.in === fewer && waiting.t === atOnce.t) {
    const text = words.waitsWhile(waits, both[more].name, atOnce[more], both[fewer].name, atOnce[fewer]);
    all.push({ text, meeting: atOnce.meeting });
  } else {
    if (waits !== undefined) all.push({ text: words.waitsAlone(waits) });
    if (atOnce !== undefined) {
      const text = words.atOnce(atOnce.t, both[more].name, atOnce[more], both[fewer].name, atOnce[fewer]);
      all.push({ text, meeting: atOnce.meeting });
    }
  }
  if (warned !== undefined)
    all.push({ text: words.alsoWarned(both[warned.in].name, cut(warned.text), lineOf(both[warned.in], warned)) });
  return all;
}

function aboutWaiting(waiting: NonNullable<Behind['waiting']>, run: Named): string {
  const { t, lane, waits, until, isCancelled } = waiting;
  const who = whoIs(run, lane);
  const what = waits?.on === 'task' ? words.waitsFor(taskOf(run, waits.lane)) : words.waits[waits?.on ?? 'unknown'];
  const line = lineOf(run, waiting);
  if (until === undefined) return words.waiting.forEver(t, who, what, line);
  return words.waiting[isCancelled === true ? 'untilCancelled' : 'until'](t, who, what, until, line);
}

/** The line to name, where there is one to look at. */
function lineOf({ isShown }: Named, { position }: { readonly position?: { readonly line: number } }): number | undefined {
  return isShown ? position?.line : undefined;
}

/** What is the same. */
function same({ yours, reference }: Both): string {
  const lines = yours.playback.record.output.length;
  const [t, other] = [yours.playback.record.elapsed, reference.playback.record.elapsed];
  return Math.abs(t - other) < 1e-9 ? words.same.timed(lines, t) : words.same.untimed(lines);
}
