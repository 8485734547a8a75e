/**
 * Who plays the same part in two runs. Two programs may be written quite differently, so this is tolerant: the main tasks are paired, then tasks that first
 * print the same line, then those of a coroutine function of the same name, made in the same order, at the same place in the tree before elsewhere.
 *
 * Keeps true: each lane has at most one partner, main tasks only main tasks, threads only threads.
 */
import type { Lane, Playback } from './playback.ts';
import type { Printed, Side } from './comparison.ts';

type Pair = readonly [yours: number, reference: number];

/** The pairs, in the order of your lanes. */
export function pairsOf(
  yours: Playback,
  reference: Playback,
  lines: { readonly yours: readonly Printed[]; readonly reference: readonly Printed[] },
): Pair[] {
  const ours = new Map<number, number>();
  const theirs = new Map<number, number>();
  const [own, other] = [placesOf(yours), placesOf(reference)];
  const firstLines = { yours: firstLinesOf(yours, lines.yours), reference: firstLinesOf(reference, lines.reference) };

  match(own, other, (lane) => (isMain(lane) || lane.internal ? kindOf(lane) : undefined));
  match(own, other, (_, place, side) => firstLines[side].get(place));
  matchChildren();
  match(own, other, (lane) => `${kindOf(lane)} ${lane.coroutine}`);
  match(own, other, (lane, _, side) => `${kindOf(lane)} of ${parentOf(lane, side)}`);
  return [...ours].sort(([a], [b]) => a - b);

  /** Pairs lanes at these places that have equal keys, the first with the first; one without a key stays alone. Gives the new pairs. */
  function match(
    some: readonly number[],
    others: readonly number[],
    keyOf: (lane: Lane, place: number, side: Side) => string | undefined,
  ): Pair[] {
    const waiting = new Map<string, number[]>();
    for (const place of others.toReversed()) {
      const lane = reference.lanes[place];
      const key = lane === undefined || theirs.has(place) ? undefined : keyOf(lane, place, 'reference');
      if (key === undefined) continue;
      const group = waiting.get(key);
      if (group === undefined) waiting.set(key, [place]);
      else group.push(place);
    }
    return some.flatMap((place) => {
      const lane = yours.lanes[place];
      const key = lane === undefined || ours.has(place) ? undefined : keyOf(lane, place, 'yours');
      const partner = key === undefined ? undefined : waiting.get(key)?.pop();
      if (partner === undefined) return [];
      ours.set(place, partner);
      theirs.set(partner, place);
      return [[place, partner] as const];
    });
  }

  /** From the top down, the children of each pair: a chain of tasks that make each other may be as deep as a record is long. */
  function matchChildren(): void {
    const children = { yours: childrenOf(yours), reference: childrenOf(reference) };
    const parents: (readonly [yours: number | undefined, reference: number | undefined])[] = [[undefined, undefined], ...ours];
    for (const [of, counterpart] of parents) {
      const [some, others] = [children.yours.get(of) ?? [], children.reference.get(counterpart) ?? []];
      parents.push(...match(some, others, (lane) => `${kindOf(lane)} ${lane.coroutine}`));
    }
  }

  /** A parent's name that both runs share: the pair that it is of. */
  function parentOf({ parent }: Lane, side: Side): string {
    return String(parent === undefined ? undefined : side === 'yours' ? parent : theirs.get(parent));
  }
}

const placesOf = ({ lanes }: Playback): number[] => lanes.map((_, place) => place);

const kindOf = (lane: Lane): string => `${lane.kind} ${isMain(lane) ? 'main' : ''} ${lane.internal ? 'internal' : ''}`;

/** The places of the lanes that each lane has made; of those that none has made under undefined. */
function childrenOf({ lanes }: Playback): ReadonlyMap<number | undefined, readonly number[]> {
  const children = new Map<number | undefined, number[]>();
  lanes.forEach(({ parent }, place) => {
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [place]);
    else siblings.push(place);
  });
  return children;
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
