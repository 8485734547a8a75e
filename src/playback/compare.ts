/**
 * Holds two runs against each other and names the first difference that means something to whoever wrote one of them.
 *
 * Names of tasks and futures, the order of equal things, and how many helpers a program has mean nothing by themselves: what counts is what is printed and when,
 * what comes out, who keeps the loop to itself, who is cancelled, how long it takes. What lies inside is told as what is behind such a difference, and by itself
 * only as an aside. Keeps true: two runs that print, give and take the same have no difference; of what a record has lost nothing is claimed.
 */
import { behindOf, inFlight } from './compare-behind.ts';
import {
  blockedIn,
  cancelledIn,
  endedIn,
  raisedIn,
  returnedIn,
  unfinishedIn,
  warnedIn,
  type Found,
  type Runs,
} from './compare-ends.ts';
import { pairsOf } from './compare-lanes.ts';
import { differingLines, keptUntil, linesOf, reordered, timeOf, type Counterparts, type Lines } from './compare-lines.ts';
import { firstAlone, firstUnequal, isSame, meetingOf, meetingsOf, type Counts } from './compare-meetings.ts';
import type { Comparison, Difference, Meeting } from './comparison.ts';
import type { Playback } from './playback.ts';

interface Options {
  /** Each sleep takes as long as chance has it: what comes when means nothing, and neither does its order. */
  readonly areTimesFree?: boolean;
}

/** Of differences at one time the first of these is told: what causes others before what follows from it. */
const ORDER: readonly Difference['kind'][] = [
  'blocked',
  'unfinished',
  'raised',
  'warned',
  'cancelled',
  'line',
  'order',
  'returned',
  'ended',
  'at-once',
  'alone',
  'turns',
];

export function compare(yours: Playback, reference: Playback, { areTimesFree = false }: Options = {}): Comparison {
  const lines = { yours: linesOf(yours), reference: linesOf(reference) };
  const printed = { yours: { playback: yours, lines: lines.yours }, reference: { playback: reference, lines: lines.reference } };
  const meetings = meetingsOf(yours, reference);
  const pairs = pairsOf(yours, reference, lines);
  const partners = { yours: new Map(pairs), reference: new Map(pairs.map(([own, other]) => [other, own])) };
  const runs: Runs = { yours, reference, partners, areTimesFree };
  const flights = { yours: inFlight(yours), reference: inFlight(reference) };
  /** Of a record that has lost its oldest events only its output and its end are known. */
  const isWhole = yours.isWhole && reference.isWhole;
  const told = (found: Found): Difference => {
    const { step, side, ...difference } = found;
    const behind = isWhole ? behindOf(runs, meetings, flights, found) : {};
    return { ...difference, meeting: meetingOf(meetings, side, step), behind };
  };

  const differing = differingLines(printed.yours, printed.reference, areTimesFree);
  const isOrderKnown = isWhole && !areTimesFree && ![yours, reference].some(({ record }) => isFinite(keptUntil(record)));
  const turned = isOrderKnown && differing.length === 0 ? orderOf(printed.yours, printed.reference) : undefined;
  const seen = [
    isWhole ? blockedIn(runs) : undefined,
    unfinishedIn(runs),
    raisedIn(runs),
    isWhole ? warnedIn(runs) : undefined,
    lineOf(differing.find(({ isForeign, yours: own }) => !isForeign || own === undefined)),
    turned?.isMeant === true ? turned.found : undefined,
    returnedIn(runs),
    endedIn(runs),
  ].filter((found) => found !== undefined);
  // A line of yours that the reference never prints may be no more than your own look at the program: it counts where there is nothing else.
  const foreign = seen.length > 0 ? undefined : lineOf(differing[0]);
  const first =
    foreign ??
    firstOf([...seen, seen.length > 0 && isWhole ? cancelledIn(runs, functionsOf(differing)) : undefined], areTimesFree);
  if (first !== undefined) return { meetings, pairs, difference: told(first) };
  const other = isWhole ? (cancelledIn(runs) ?? turned?.found) : undefined;
  const within = isWhole ? inside(runs, meetings, flights) : iterationsIn(runs, meetings);
  const aside = other === undefined ? within : told(other);
  return { meetings, pairs, ...(aside === undefined ? {} : { aside }) };
}

/** What differs where all that is seen is the same: who is in flight, when something happens at all, how often the loop turns. */
function inside({ yours, reference, areTimesFree }: Runs, meetings: readonly Meeting[], flights: Counts): Difference | undefined {
  if (areTimesFree) return undefined;
  const unequal = firstUnequal(meetings, flights, Infinity);
  const alone = firstAlone(meetings);
  const t = meetings[alone?.meeting ?? -1]?.t ?? Infinity;
  if (unequal !== undefined && unequal.t <= t) return { kind: 'at-once', ...unequal };
  if (alone !== undefined) {
    const { steps } = alone.in === 'yours' ? yours : reference;
    return { kind: 'alone', t, ...alone, isTimer: steps.some(({ kind, t: at }) => kind === 'timer' && isSame(at, t)) };
  }
  const turnsOf = ({ steps }: Playback): Int32Array => Int32Array.from(steps, ({ it }) => it);
  const turns = firstUnequal(meetings, { yours: turnsOf(yours), reference: turnsOf(reference) }, Infinity);
  return turns && { kind: 'turns', ...turns };
}

/** How often the loops have turned by the ends, which a record tells whatever it has lost. */
function iterationsIn({ yours, reference, areTimesFree }: Runs, meetings: readonly Meeting[]): Difference | undefined {
  const [own, other] = [yours.record.iterations, reference.record.iterations];
  if (areTimesFree || own === other) return undefined;
  const meeting = meetings.length - 1;
  return { kind: 'turns', t: meetings[meeting]?.t ?? 0, meeting, yours: own, reference: other };
}

/** The earliest; of those at one time the one that stands first in `ORDER`. */
function firstOf(all: readonly (Found | undefined)[], areTimesFree: boolean): Found | undefined {
  const rank = ({ kind }: Found): number => ORDER.indexOf(kind);
  return all
    .filter((found) => found !== undefined)
    .sort((a, b) => (areTimesFree || isSame(a.t, b.t) ? rank(a) - rank(b) : a.t - b.t))[0];
}

function lineOf(pair: Counterparts | undefined): Found | undefined {
  if (pair === undefined) return undefined;
  const { yours, reference } = pair;
  const earlier = (reference?.t ?? Infinity) < (yours?.t ?? Infinity) ? reference : yours;
  if (earlier === undefined) return undefined;
  const line = { ...(yours === undefined ? {} : { yours }), ...(reference === undefined ? {} : { reference }) };
  return { kind: 'line', ...line, t: timeOf(pair), step: earlier.step, side: earlier === reference ? 'reference' : 'yours' };
}

function orderOf(yours: Lines, reference: Lines): { readonly found: Found; readonly isMeant: boolean } | undefined {
  const order = reordered(yours, reference);
  if (order === undefined) return undefined;
  const { isMeant, ...difference } = order;
  const { t, step } = order.yours;
  return { found: { kind: 'order', ...difference, t, step, side: 'yours' }, isMeant };
}

/** The functions that print what one run prints and the other does not. */
function functionsOf(differing: readonly Counterparts[]): ReadonlySet<string> {
  return new Set(
    differing.flatMap(({ yours, reference }) =>
      yours === undefined ? (reference?.function ?? []) : reference === undefined ? (yours.function ?? []) : [],
    ),
  );
}
