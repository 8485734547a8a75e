/** What differs in two runs beside their lines: who blocks, what Python warns of, who is cancelled, how they end, what they give. Each finds the first of its kind. */
import type { RunRecord } from '../record/index.ts';
import { isMain } from './compare-lanes.ts';
import { isLater, isSame } from './compare-meetings.ts';
import type { Difference, Side } from './comparison.ts';
import { numberOf, textOf } from './fields.ts';
import type { Playback } from './playback.ts';

/** Both runs, and what is known of them already. */
export interface Runs {
  readonly yours: Playback;
  readonly reference: Playback;
  /** Partners of lanes, by the place of the lane in its own run. */
  readonly partners: { readonly yours: ReadonlyMap<number, number>; readonly reference: ReadonlyMap<number, number> };
  /** Each waits as long as chance has it: equal times mean nothing. */
  readonly areTimesFree: boolean;
}

/** A difference before it is known where both runs meet; `step` is that of the run that it happens in, or of yours. */
export type Found = DistributiveOmit<Difference, 'meeting' | 'behind'> & { readonly step: number; readonly side: Side };
export type FoundOf<Kind extends Found['kind']> = Extract<Found, { readonly kind: Kind }>;
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

const SIDES = ['yours', 'reference'] as const;
export const otherOf = (side: Side): Side => (side === 'yours' ? 'reference' : 'yours');

/** Where the loop stands still in one run and not in the other. */
export function blockedIn(runs: Runs): FoundOf<'blocked'> | undefined {
  const blocks = { yours: blocksOf(runs.yours), reference: blocksOf(runs.reference) };
  const at = blocks.yours.findIndex((block, index) => {
    const other = blocks.reference[index];
    return other === undefined || !isSame(block.seconds, other.seconds) || !(runs.areTimesFree || isSame(block.t, other.t));
  });
  const index = at < 0 && blocks.reference.length > blocks.yours.length ? blocks.yours.length : at;
  const [own, other] = [blocks.yours[index], blocks.reference[index]];
  const side = other === undefined || (own !== undefined && !isLater(own.t, other.t)) ? 'yours' : 'reference';
  const block = side === 'yours' ? own : other;
  if (block === undefined) return undefined;
  const instead = side === 'yours' ? other : own;
  return {
    kind: 'blocked',
    in: side,
    side,
    ...block,
    ...(instead === undefined ? {} : { other: { t: instead.t, seconds: instead.seconds } }),
  };
}

/** Blocks of a run; what one task blocks without a pause is one block. */
function blocksOf({ record, steps }: Playback): Pick<FoundOf<'blocked'>, 't' | 'seconds' | 'lane' | 'position' | 'step'>[] {
  const blocks: {
    t: number;
    seconds: number;
    lane?: number;
    position?: NonNullable<(typeof steps)[number]['position']>;
    step: number;
  }[] = [];
  steps.forEach(({ kind, t, lane, position, event }, step) => {
    if (kind !== 'block') return;
    const happened = record.events[event];
    const seconds = happened === undefined ? 0 : (numberOf(happened, 'seconds') ?? 0);
    const last = blocks.at(-1);
    if (last !== undefined && last.lane === lane && isSame(last.t + last.seconds, t - seconds)) last.seconds += seconds;
    else if (seconds > 0)
      blocks.push({
        t: t - seconds,
        seconds,
        step,
        ...(lane === undefined ? {} : { lane }),
        ...(position === undefined ? {} : { position }),
      });
  });
  return blocks;
}

/** The first warning that only one run gives. */
export function warnedIn({ yours, reference }: Runs): FoundOf<'warned'> | undefined {
  const all = { yours: warningsOf(yours), reference: warningsOf(reference) };
  const found = SIDES.flatMap((side) => {
    const others = new Set(all[otherOf(side)].map(({ text }) => text));
    const own = all[side].find(({ text }) => !others.has(text));
    return own === undefined ? [] : [{ kind: 'warned' as const, in: side, side, ...own }];
  });
  return found.sort((a, b) => a.t - b.t)[0];
}

function warningsOf({ record, steps }: Playback): Pick<FoundOf<'warned'>, 't' | 'text' | 'step' | 'position'>[] {
  return steps.flatMap(({ kind, t, event }, step) => {
    const happened = kind === 'trouble' ? record.events[event] : undefined;
    const text = happened?.ev === 'warning' ? textOf(happened, 'text') : undefined;
    if (text === undefined) return [];
    const position = record.warnings.find((warning) => warning.text === text)?.position;
    return [{ t, text, step, ...(position === undefined ? {} : { position }) }];
  });
}

/**
 * The first task that is cancelled in one run, while the one that plays its part in the other is not, or is not there. With `related` only a task of a
 * function that its partner is of as well, or that is one of these: others may be helpers.
 */
export function cancelledIn(
  { yours, reference, partners }: Runs,
  related?: ReadonlySet<string>,
): FoundOf<'cancelled'> | undefined {
  const runs = { yours, reference };
  const found = SIDES.flatMap((side) =>
    runs[side].lanes.flatMap(({ spans, internal, kind, coroutine }, lane) => {
      const last = spans.at(-1);
      const other = partners[side].get(lane);
      const partner = other === undefined ? undefined : runs[otherOf(side)].lanes[other];
      if (kind !== 'task' || internal || last?.state !== 'cancelled' || partner?.spans.at(-1)?.state === 'cancelled') return [];
      if (related !== undefined && partner?.coroutine !== coroutine && !related.has(coroutine)) return [];
      const t = runs[side].steps[last.from]?.t ?? 0;
      return [
        { kind: 'cancelled' as const, in: side, side, lane, t, step: last.from, ...(other === undefined ? {} : { other }) },
      ];
    }),
  );
  return found.sort((a, b) => a.t - b.t)[0];
}

/** That one run ends by an error that does not end the other. */
export function raisedIn({ yours, reference }: Runs): FoundOf<'raised'> | undefined {
  const [own, other] = [errorOf(yours.record), errorOf(reference.record)];
  if (own?.type === other?.type && own?.message === other?.message) return undefined;
  const side = other === undefined || (own !== undefined && !isLater(own.t, other.t)) ? 'yours' : 'reference';
  const run = side === 'yours' ? yours : reference;
  const t = run.record.elapsed;
  const main = run.lanes.findIndex((lane) => isMain(lane) && lane.spans.at(-1)?.state === 'failed');
  const step = run.lanes[main]?.spans.at(-1)?.from ?? run.steps.length - 1;
  return {
    kind: 'raised',
    t: run.steps[step]?.t ?? t,
    step,
    side,
    ...(own === undefined ? {} : { yours: own }),
    ...(other === undefined ? {} : { reference: other }),
  };
}

function errorOf({ outcome, error, elapsed }: RunRecord): FoundOf<'raised'>['yours'] {
  return outcome !== 'raised' || error === undefined ? undefined : { type: error.type, message: error.message, t: elapsed };
}

/** That one run never comes to its end by itself. */
export function unfinishedIn({ yours, reference }: Runs): FoundOf<'unfinished'> | undefined {
  const runs = { yours, reference };
  for (const side of SIDES) {
    const { record, steps } = runs[side];
    const { outcome, elapsed } = record;
    if (outcome === 'finished' || outcome === 'raised' || outcome === runs[otherOf(side)].record.outcome) continue;
    const t = Math.min(elapsed, runs[otherOf(side)].record.elapsed);
    return { kind: 'unfinished', in: side, outcome, t, step: steps.length - 1, side };
  }
  return undefined;
}

/** That the main tasks give different results. */
export function returnedIn({ yours, reference, partners }: Runs): FoundOf<'returned'> | undefined {
  for (const [lane, partner] of partners.yours) {
    const [own, other] = [yours.lanes[lane], reference.lanes[partner]];
    if (own === undefined || other === undefined || !isMain(own)) continue;
    const [last, theirs] = [own.spans.at(-1), other.spans.at(-1)];
    if (last?.state !== 'finished' || theirs?.state !== 'finished') continue;
    const [result = 'None', expected = 'None'] = [own.result, other.result];
    if (anonymous(result) === anonymous(expected)) continue;
    return {
      kind: 'returned',
      yours: result,
      reference: expected,
      t: yours.steps[last.from]?.t ?? 0,
      step: last.from,
      side: 'yours',
    };
  }
  return undefined;
}

/** A `repr` without the names that come by chance: of tasks, of futures, of places in memory. */
function anonymous(repr: string): string {
  return repr
    .replace(/\bTask-\d+\b/g, 'Task')
    .replace(/\b0x[0-9a-f]+\b/g, '0x')
    .replace(/\bF\d+\b/g, 'F');
}

/** That one run takes longer. */
export function endedIn({ yours, reference, areTimesFree }: Runs): FoundOf<'ended'> | undefined {
  const [own, other] = [yours.record.elapsed, reference.record.elapsed];
  if (areTimesFree || isSame(own, other)) return undefined;
  const side = isLater(own, other) ? 'reference' : 'yours';
  const run = side === 'yours' ? yours : reference;
  return { kind: 'ended', yours: own, reference: other, t: Math.min(own, other), step: run.steps.length - 1, side };
}
