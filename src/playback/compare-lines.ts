/** The printed lines of two runs held against each other: as a bag of lines with their times first, and then, where all are there in time, by their order. */
import type { RunRecord } from '../record/index.ts';
import { isSame } from './compare-meetings.ts';
import type { Printed, Side } from './comparison.ts';
import type { Playback } from './playback.ts';

/** A run, and what it prints. */
export interface Lines {
  readonly playback: Playback;
  readonly lines: readonly Printed[];
}

/** The printed lines of a run, in order. */
export function linesOf({ record, steps }: Playback): Printed[] {
  const printing = steps.flatMap(({ kind }, step) => (kind === 'print' ? [step] : []));
  const lost = record.output.length - printing.length; // the oldest events may be gone
  return record.output.map(({ text, t, position }, index) => {
    const step = printing[index - lost] ?? 0;
    const lane = index < lost ? undefined : steps[step]?.lane;
    return {
      text,
      t,
      index,
      step,
      ...(lane === undefined ? {} : { lane }),
      ...(position?.function === undefined ? {} : { function: position.function }),
    };
  });
}

/** A line of one run and its counterpart in the other; one of the two may be missing. */
export interface Counterparts {
  readonly yours?: Printed;
  readonly reference?: Printed;
  /** The other run prints this text nowhere: it may be no more than a reader's own look at the program. */
  readonly isForeign: boolean;
}

/** When the first of the two is printed. */
export const timeOf = ({ yours, reference }: Counterparts): number => Math.min(yours?.t ?? Infinity, reference?.t ?? Infinity);

/** Each line with its counterpart: the first of a text with the first, the second with the second. */
function counterparts(yours: readonly Printed[], reference: readonly Printed[]): Counterparts[] {
  const byText = (lines: readonly Printed[]): Map<string, Printed[]> => {
    const groups = new Map<string, Printed[]>();
    for (const line of lines) {
      const group = groups.get(line.text);
      if (group === undefined) groups.set(line.text, [line]);
      else group.push(line);
    }
    return groups;
  };
  const [ours, theirs] = [byText(yours), byText(reference)];
  return [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((text) => {
    const [own = [], other = []] = [ours.get(text), theirs.get(text)];
    const isForeign = own.length === 0 || other.length === 0;
    return Array.from({ length: Math.max(own.length, other.length) }, (_, at) => {
      const [line, counterpart] = [own[at], other[at]];
      return {
        isForeign,
        ...(line === undefined ? {} : { yours: line }),
        ...(counterpart === undefined ? {} : { reference: counterpart }),
      };
    });
  });
}

/** When the last line is printed that a record has kept, where it has lost others: of what is printed then or later, nothing is known. */
export const keptUntil = ({ output, dropped }: RunRecord): number =>
  dropped === undefined || dropped.lines === 0 ? Infinity : (output.at(-1)?.t ?? 0);

/**
 * The lines that differ, first ones first: those that only one run prints, and, unless times mean nothing, those that come at another time. Two lines that
 * stand at the same place, one of each run, are told as one. Of lines that a record may have lost nothing is told.
 */
export function differingLines(yours: Lines, reference: Lines, areTimesFree: boolean): Counterparts[] {
  const known = { yours: keptUntil(yours.playback.record), reference: keptUntil(reference.playback.record) };
  const differing = counterparts(yours.lines, reference.lines)
    .filter((pair) => {
      if (pair.yours === undefined) return areTimesFree ? known.yours === Infinity : timeOf(pair) < known.yours;
      if (pair.reference === undefined) return areTimesFree ? known.reference === Infinity : timeOf(pair) < known.reference;
      return !areTimesFree && !isSame(pair.yours.t, pair.reference.t);
    })
    .sort((a, b) => (isSame(timeOf(a), timeOf(b)) || areTimesFree ? indexOf(a) - indexOf(b) : timeOf(a) - timeOf(b)));
  const [first] = differing;
  if (first === undefined || (first.yours !== undefined && first.reference !== undefined)) return differing;
  const instead = differing.find(
    (other) =>
      other !== first &&
      (other.yours === undefined) !== (other.reference === undefined) &&
      (other.yours === undefined) !== (first.yours === undefined) &&
      (areTimesFree || isSame(timeOf(other), timeOf(first))),
  );
  if (instead === undefined) return differing;
  const both = { ...first, ...instead, isForeign: false };
  return [both, ...differing.filter((each) => each !== first && each !== instead)];
}

const indexOf = ({ yours, reference }: Counterparts): number => Math.min(yours?.index ?? Infinity, reference?.index ?? Infinity);

/** Where equal lines at equal times come in another order. */
export interface Reordered {
  readonly yours: Printed;
  readonly reference: Printed;
  /** The run that prints on in one turn where the other lets others have theirs. */
  readonly held?: Side;
  /** It follows from what the program does, and not only from the order in which equal things were made. */
  readonly isMeant: boolean;
}

/** The first place at which equal lines at equal times come in another order, what is meant before what is not. */
export function reordered(yours: Lines, reference: Lines): Reordered | undefined {
  let unmeant: Reordered | undefined;
  for (const [index, line] of yours.lines.entries()) {
    const other = reference.lines[index];
    if (other === undefined || other.text === line.text) continue;
    const held =
      holds(yours, index) && !holds(reference, index)
        ? 'yours'
        : holds(reference, index) && !holds(yours, index)
          ? 'reference'
          : undefined;
    const found: Omit<Reordered, 'isMeant'> = { yours: line, reference: other, ...(held === undefined ? {} : { held }) };
    if (held !== undefined || isOfOneTask(yours, line, other.text) || isTurned(yours, reference, index))
      return { ...found, isMeant: true };
    unmeant ??= { ...found, isMeant: false };
  }
  return unmeant;
}

/** Whether a task prints this line in the very turn in which it has printed the line before. */
function holds({ playback: { steps }, lines }: Lines, index: number): boolean {
  const [before, line] = [lines[index - 1], lines[index]];
  if (before?.lane === undefined || line?.lane !== before.lane) return false;
  for (let step = before.step + 1; step < line.step; step += 1) {
    const { kind, lane } = steps[step] ?? {};
    if (lane === line.lane && (kind === 'suspend' || kind === 'resume')) return false;
  }
  return true;
}

/** Whether the task that prints `line` also prints the text that stands in its place in the other run. */
function isOfOneTask({ lines, playback: { lanes } }: Lines, { lane }: Printed, text: string): boolean {
  const of = lane === undefined ? undefined : lanes[lane];
  return of !== undefined && lines.some((each) => each.lane === lane && each.text === text);
}

/** Whether the loop turns between the two lines in both runs, first before one of them and then before the other. */
function isTurned(yours: Lines, reference: Lines, index: number): boolean {
  const [line, other] = [yours.lines[index], reference.lines[index]];
  if (line === undefined || other === undefined) return false;
  const turnOf = ({ playback: { steps } }: Lines, printed: Printed | undefined): number => steps[printed?.step ?? -1]?.it ?? 0;
  const lineThere = reference.lines.find(({ text, index: at }) => text === line.text && at > index);
  const otherHere = yours.lines.find(({ text, index: at }) => text === other.text && at > index);
  return (
    lineThere !== undefined &&
    otherHere !== undefined &&
    turnOf(yours, line) < turnOf(yours, otherHere) &&
    turnOf(reference, other) < turnOf(reference, lineThere)
  );
}
