/** The names of the rows at the left of the lanes: a tree that is read, folded and chosen from by keyboard and pointer. Only what is in sight is there. */
import { useSignal, type Signal } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Playback } from '../../../playback/index.ts';
import { timelineWords } from '../../words/timeline.ts';
import { HEADER, ROOMY } from './frame.ts';
import { rowTextsOf } from './row-texts.ts';
import type { Row } from './rows.ts';
import type { LanesView } from './view.ts';

const say = timelineWords.drawing;

interface Props {
  readonly playback: Playback;
  readonly step: Signal<number>;
  readonly view: LanesView;
  /** Pixels that the lanes have from above to below, the axis included. */
  readonly height: number;
  /** Scrolls so that a row is in sight. */
  readonly reveal: (place: number) => void;
}

const laneOf = (row: Row | undefined): number | undefined => (row?.kind === 'lane' ? row.lane : undefined);

export function Names({ playback, step, view, height, reveal }: Props): VNode {
  const rows = view.rows.value;
  const rowHeight = view.rowHeight.value;
  const y = view.y.value;
  /** The row that Tab leads to. */
  const current = useSignal(rows[0]?.key);
  const root = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const placeOf = (key: string | undefined): number =>
    Math.max(
      0,
      rows.findIndex((row) => row.key === key),
    );

  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    root.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  });

  const goTo = (wanted: number): void => {
    const to = Math.max(0, Math.min(wanted, rows.length - 1));
    current.value = rows[to]?.key;
    wantsFocus.current = true;
    reveal(to);
  };

  /** What a press on a row does: folds and unfolds, chooses and lets go. */
  const use = (row: Row): void => {
    if (row.kind === 'group') view.toggle(row.key);
    const lane = laneOf(row);
    if (lane !== undefined) view.selected.value = view.selected.peek() === lane ? undefined : lane;
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    // Keys may come faster than they are drawn: what counts is where the last one led.
    const place = placeOf(current.peek());
    const row = rows[place];
    if (row === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor((height - HEADER) / rowHeight) - 1);
    const moves: Readonly<Record<string, number>> = {
      ArrowUp: place - 1,
      ArrowDown: place + 1,
      PageUp: place - page,
      PageDown: place + page,
    };
    const to = moves[event.key];
    const folds = row.kind === 'group' && event.key === (row.folded ? 'ArrowRight' : 'ArrowLeft');
    if (to !== undefined) goTo(to);
    else if (folds || event.key === 'Enter' || event.key === ' ') use(row);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const place = placeOf(current.value);
  const first = Math.max(0, Math.floor(y / rowHeight));
  const last = Math.min(rows.length - 1, Math.floor((y + height - HEADER) / rowHeight));
  const seen = rows.slice(first, last + 1).map((row, index) => ({ row, at: first + index }));
  const focused = rows[place];
  // The row that has the focus stays, also out of sight: the keyboard would be thrown out with it.
  if (focused !== undefined && (place < first || place > last)) seen.push({ row: focused, at: place });
  return (
    <div class="lanes-names" role="tree" aria-label={say.rows} ref={root} onKeyDown={onKeyDown}>
      {seen.map(({ row, at }) => {
        const { what, which, state } = rowTextsOf(row, playback, view.findings, step.value);
        const lane = laneOf(row);
        return (
          <div
            key={row.key}
            class={`lanes-name ${row.kind} ${rowHeight === ROOMY ? 'roomy' : 'tight'}`}
            role="treeitem"
            tabIndex={at === place ? 0 : -1}
            aria-level={row.depth + 1}
            aria-expanded={row.kind === 'group' ? !row.folded : undefined}
            aria-selected={lane !== undefined && view.selected.value === lane}
            style={{ top: `${HEADER + at * rowHeight - y}px`, height: `${rowHeight}px`, '--depth': Math.min(row.depth, 6) }}
            title={which === '' ? what : `${what} ${which}`}
            onClick={() => {
              current.value = row.key;
              use(row);
            }}
            onFocus={() => {
              current.value = row.key;
            }}
          >
            <span class="lanes-what">{what}</span>
            {which !== '' && <span class="lanes-which"> {which}</span>}
            <span class="lanes-state">{state}</span>
          </div>
        );
      })}
    </div>
  );
}
