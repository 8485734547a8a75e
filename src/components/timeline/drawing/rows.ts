/**
 * The rows of a picture: the event loop, and below it the lanes in tree order, each task below the one that made it.
 *
 * Keeps true: many siblings of one coroutine are one row until they are unfolded, and so are the runtime's own tasks; each lane is in exactly one row that is
 * shown, or below a folded one.
 */
import type { Playback } from '../../../playback/index.ts';

export type Row =
  /** What the loop itself does: its turns, timers, plain callbacks, and what runs outside of tasks. */
  | { readonly kind: 'loop'; readonly key: string; readonly depth: number }
  | {
      readonly kind: 'lane';
      readonly key: string;
      readonly depth: number;
      readonly lane: number;
      /** It follows the row of a group, which tells its coroutine. */
      readonly isMember: boolean;
    }
  | GroupRow;

/** Lanes that can be folded into this row; while unfolded, they follow it. */
export interface GroupRow {
  readonly kind: 'group';
  readonly key: string;
  readonly depth: number;
  /** `internal`: the tasks of the runtime's own, whatever their coroutine. */
  readonly of: 'siblings' | 'internal';
  readonly coroutine: string;
  /** In the order in which they were made. */
  readonly members: readonly number[];
  /** Members, and everything below them: what a folded row stands for. */
  readonly lanes: readonly number[];
  readonly folded: boolean;
}

/** From how many siblings of one coroutine on they are folded. */
const MANY = 13;
/** The row of the loop, and of the runtime's own tasks. */
const LOOP = 'loop';
const INTERNAL = 'internal';

/** Lanes by their parent; -1 has those without one that is shown. The runtime's own are left out. */
function childrenOf({ lanes }: Playback): ReadonlyMap<number, readonly number[]> {
  const children = new Map<number, number[]>();
  lanes.forEach(({ parent = -1, internal }, lane) => {
    if (internal) return;
    const above = lanes[parent]?.internal === true ? -1 : parent;
    const siblings = children.get(above);
    if (siblings === undefined) children.set(above, [lane]);
    else siblings.push(lane);
  });
  return children;
}

/** Siblings, those of one coroutine together where they are many; in the order of the first of each. */
function grouped(siblings: readonly number[], { lanes }: Playback): readonly (number | readonly number[])[] {
  if (siblings.length < MANY) return siblings;
  const same = Map.groupBy(siblings, (lane) => lanes[lane]?.coroutine ?? '');
  return siblings.flatMap((lane): (number | readonly number[])[] => {
    const group = same.get(lanes[lane]?.coroutine ?? '') ?? [];
    if (group.length < MANY) return [lane];
    return group[0] === lane ? [group] : [];
  });
}

/** `members`, and everything below them. */
function withDescendants(members: readonly number[], children: ReadonlyMap<number, readonly number[]>): number[] {
  const all: number[] = [];
  const rest = [...members].reverse();
  for (let lane = rest.pop(); lane !== undefined; lane = rest.pop()) {
    all.push(lane);
    rest.push(...(children.get(lane) ?? []).toReversed());
  }
  return all;
}

/** The rows of a playback. @param unfolded keys of the groups that are unfolded */
export function rowsOf(playback: Playback, unfolded: ReadonlySet<string>): readonly Row[] {
  const { lanes } = playback;
  const children = childrenOf(playback);
  const rows: Row[] = [{ kind: 'loop', key: LOOP, depth: 0 }];
  /** What is still to be laid out, last first: a stack, since tasks may be made as deep as there are tasks. */
  const rest: { readonly node: number | readonly number[]; readonly depth: number; readonly isMember: boolean }[] = [];
  const push = (siblings: readonly number[], depth: number): void => {
    for (const node of grouped(siblings, playback).toReversed()) rest.push({ node, depth, isMember: false });
  };
  push(children.get(-1) ?? [], 0);
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const { node, depth, isMember } = next;
    if (typeof node === 'number') {
      rows.push({ kind: 'lane', key: `lane ${node}`, depth, lane: node, isMember });
      push(children.get(node) ?? [], depth + 1);
      continue;
    }
    const key = `group ${node[0] ?? 0}`;
    const folded = !unfolded.has(key);
    const coroutine = lanes[node[0] ?? 0]?.coroutine ?? '';
    const all = withDescendants(node, children);
    rows.push({ kind: 'group', key, depth, of: 'siblings', coroutine, members: node, lanes: all, folded });
    if (!folded) for (const lane of node.toReversed()) rest.push({ node: lane, depth: depth + 1, isMember: true });
  }
  const internal = lanes.flatMap((lane, index) => (lane.internal ? [index] : []));
  if (internal.length > 0) {
    const folded = !unfolded.has(INTERNAL);
    rows.push({
      kind: 'group',
      key: INTERNAL,
      depth: 0,
      of: 'internal',
      coroutine: '',
      members: internal,
      lanes: internal,
      folded,
    });
    if (!folded) for (const lane of internal) rows.push({ kind: 'lane', key: `lane ${lane}`, depth: 1, lane, isMember: false });
  }
  return rows;
}

/** The lanes that a row stands for: itself, or what is folded into it. */
function lanesOf(row: Row): readonly number[] {
  if (row.kind === 'lane') return [row.lane];
  return row.kind === 'group' && row.folded ? row.lanes : [];
}

/** The row in which each lane is seen; lanes below a folded row have that one. */
export function placesOf(rows: readonly Row[]): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  rows.forEach((row, place) => {
    for (const lane of lanesOf(row)) places.set(lane, place);
  });
  return places;
}
