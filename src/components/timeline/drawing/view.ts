/** How a reader looks at a run: how wide, where, what is unfolded, what is chosen. Signals, no DOM. */
import { batch, computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Playback } from '../../../playback/index.ts';
import { type Axis, axisOf } from './axis.ts';
import { HEADER, rowHeightOf } from './frame.ts';
import { placesOf, type Row, rowsOf } from './rows.ts';
import { type Findings, findingsOf } from './scene.ts';

/** Pixels of a column: the fewest in which a whole run is shown at first, as many as it has else, the most that it is stretched to fit, and the most at all. */
const SMALLEST = 9;
const READABLE = 12;
const COMFORTABLE = 30;
const WIDEST = 90;

export interface LanesView {
  readonly axis: Axis;
  /** Pixels of a unit of the axis; 0 until a window shows it. */
  readonly zoom: Signal<number>;
  /** Pixels that are scrolled out to the left and above. */
  readonly x: Signal<number>;
  readonly y: Signal<number>;
  /** Keys of the rows that are unfolded. */
  readonly unfolded: Signal<ReadonlySet<string>>;
  /** The chosen lane. */
  readonly selected: Signal<number | undefined>;
  readonly rows: ReadonlySignal<readonly Row[]>;
  /** The row in which a lane is seen. */
  readonly places: ReadonlySignal<ReadonlyMap<number, number>>;
  readonly rowHeight: ReadonlySignal<number>;
  readonly findings: Findings;
  /** Folds a row, or unfolds it. */
  toggle(key: string): void;
  /** Zooms by a factor; what is `at` pixels from the left edge of the lanes stays there. @param room pixels that the lanes have */
  zoomBy(factor: number, at: number, room: number): void;
  /** Makes all of the axis fit into `room` pixels, as far as columns can be that wide. */
  fit(room: number): void;
  /** Chooses a zoom in which something can be read. */
  open(room: number): void;
  /** Scrolls, no more than needed, so that a row is in sight. @param height pixels from above to below, the axis included */
  reveal(place: number, height: number): void;
  /** Scrolls, no more than needed, so that a step is in sight. */
  follow(step: number, room: number, height: number): void;
}

/**
 * A way of looking at a run.
 *
 * @param axis one made for two runs, where they are shown beside each other; otherwise the run's own
 * @param beside the view of the other run, whose zoom and place along the axis this one shares
 */
export function createLanesView(playback: Playback, axis: Axis = axisOf(playback), beside?: LanesView): LanesView {
  const zoom = beside?.zoom ?? signal(0);
  const x = beside?.x ?? signal(0);
  const y = signal(0);
  const unfolded = signal<ReadonlySet<string>>(new Set());
  const selected = signal<number | undefined>(undefined);
  const rows = computed(() => rowsOf(playback, unfolded.value));
  const places = computed(() => placesOf(rows.value));
  const rowHeight = computed(() => rowHeightOf(rows.value));

  const narrowest = (room: number): number => Math.min(room / axis.width, READABLE);
  const setZoom = (wanted: number, room: number): void => {
    zoom.value = Math.max(narrowest(room), Math.min(wanted, WIDEST));
  };
  const clampX = (wanted: number, room: number): number => Math.max(0, Math.min(wanted, axis.width * zoom.peek() - room));

  const reveal = (place: number, height: number): void => {
    const [top, seen] = [place * rowHeight.peek(), height - HEADER - rowHeight.peek()];
    if (top < y.peek()) y.value = top;
    else if (top > y.peek() + seen) y.value = Math.max(0, top - seen);
  };

  return {
    axis,
    zoom,
    x,
    y,
    unfolded,
    selected,
    rows,
    places,
    rowHeight,
    findings: findingsOf(playback),
    toggle(key) {
      const next = new Set(unfolded.peek());
      if (!next.delete(key)) next.add(key);
      unfolded.value = next;
    },
    zoomBy(factor, at, room) {
      batch(() => {
        const units = (x.peek() + at) / zoom.peek();
        setZoom(zoom.peek() * factor, room);
        x.value = clampX(units * zoom.peek() - at, room);
      });
    },
    fit(room) {
      batch(() => {
        setZoom(Math.min(room / axis.width, COMFORTABLE), room);
        x.value = clampX(x.peek(), room);
      });
    },
    open(room) {
      batch(() => {
        const whole = room / axis.width;
        setZoom(whole >= SMALLEST ? Math.min(whole, COMFORTABLE) : READABLE, room);
        x.value = clampX(x.peek(), room);
      });
    },
    follow(step, room, height) {
      batch(() => {
        const margin = Math.min(60, room / 5);
        const [from, to] = [axis.begin(step) * zoom.peek(), axis.right(step) * zoom.peek()];
        if (to > x.peek() + room - margin) x.value = clampX(to - room + margin, room);
        if (from < x.peek() + margin / 2) x.value = clampX(from - margin / 2, room);
        const lane = playback.steps[step]?.lane;
        const place = lane === undefined ? undefined : places.peek().get(lane);
        if (place !== undefined) reveal(place, height);
      });
    },
    reveal,
  };
}
