/**
 * Who plays the same part in two runs. Two programs may be written quite differently, so this is tolerant: the main tasks are paired, then tasks that first
 * print the same line, then those of a coroutine function of the same name, made in the same order, at the same place in the tree before elsewhere.
 *
 * Keeps true: each lane has at most one partner, main tasks only main tasks, threads only threads.
 */
import type { Lane, Playback } from './playback.ts';
import type { Printed } from './comparison.ts';

type Pair = readonly [yours: number, reference: number];

/** The pairs, in the order of your lanes. */
export function pairsOf(
  yours: Playback,
  reference: Playback,
  lines: { readonly yours: readonly Printed[]; readonly reference: readonly Printed[] },
): Pair[] {
  const ours = new Map<number, number>();
  const theirs = new Map<number, number>();
  /** Pairs lanes of equal keys, the first with the first; a lane without a key stays alone. */
  const pair = (keyOf: (lane: Lane, place: number, side: 'yours' | 'reference') => string | undefined): void => {
    const waiting = new Map<string, number[]>();
    reference.lanes.forEach((lane, place) => {
      const key = theirs.has(place) ? undefined : keyOf(lane, place, 'reference');
      if (key !== undefined) waiting.set(key, [...(waiting.get(key) ?? []), place]);
    });
    yours.lanes.forEach((lane, place) => {
      const key = ours.has(place) ? undefined : keyOf(lane, place, 'yours');
      const partner = key === undefined ? undefined : waiting.get(key)?.shift();
      if (partner === undefined) return;
      ours.set(place, partner);
      theirs.set(partner, place);
    });
  };
  const kindOf = (lane: Lane): string => `${lane.kind} ${isMain(lane) ? 'main' : ''} ${lane.internal ? 'internal' : ''}`;
  /** A parent's name that both runs share: the pair that it is of. */
  const parentOf = ({ parent }: Lane, side: 'yours' | 'reference'): string =>
    String(parent === undefined ? undefined : side === 'yours' ? parent : theirs.get(parent));
  const firstLines = { yours: firstLinesOf(yours, lines.yours), reference: firstLinesOf(reference, lines.reference) };

  pair((lane) => (isMain(lane) || lane.internal ? kindOf(lane) : undefined));
  pair((_, place, side) => firstLines[side].get(place));
  for (let before = -1; before !== ours.size;) {
    before = ours.size;
    pair((lane, _, side) => `${kindOf(lane)} ${lane.coroutine} of ${parentOf(lane, side)}`);
  }
  pair((lane) => `${kindOf(lane)} ${lane.coroutine}`);
  pair((lane, _, side) => `${kindOf(lane)} of ${parentOf(lane, side)}`);
  return [...ours].sort(([a], [b]) => a - b);
}

/** The task of a `run`, made outside of every other. */
export function isMain({ kind, parent, internal }: Lane): boolean {
  return kind === 'task' && parent === undefined && !internal;
}

/** The first line that each task but the main ones prints, where no other prints it first. */
function firstLinesOf({ lanes }: Playback, lines: readonly Printed[]): Map<number, string> {
  const first = new Map<number, string>();
  for (const { lane, text } of lines) {
    const of = lane === undefined ? undefined : lanes[lane];
    if (lane === undefined || of === undefined || isMain(of) || first.has(lane)) continue;
    first.set(lane, text);
  }
  const counts = new Map<string, number>();
  for (const text of first.values()) counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Map([...first].flatMap(([lane, text]) => (counts.get(text) === 1 ? [[lane, `prints ${text}`] as const] : [])));
}
