/**
 * The lanes of a run: a canvas with names beside it, a window onto a picture that may be far larger. It is scrolled natively; the canvas stands still in the
 * window and is painted anew, at most once a frame, when the position, the view, the theme or the size has changed.
 *
 * Keeps true: the position that it shows is the one it was given, and a position that changes from elsewhere comes into sight.
 */
import { effect, useComputed, useSignal, useSignalEffect, type ReadonlySignal, type Signal } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Playback } from '../../../playback/index.ts';
import css from '../../../styles/timeline-lanes.css?inline';
import { addStyle } from '../../late-style.ts';
import { timelineWords } from '../../words/timeline.ts';
import { canvasPainter } from './canvas.ts';
import { type Frame, HEADER } from './frame.ts';
import { Names } from './Names.tsx';
import { pagePalette } from './palette.ts';
import { listenToPointer } from './pointer.ts';
import { sceneOf } from './scene.ts';
import { Tip, type Pointed } from './Tip.tsx';
import type { LanesView } from './view.ts';

addStyle(css);

const say = timelineWords.drawing;

/** What one press on a zoom button does. */
const ZOOM_STEP = 1.5;

interface Props {
  readonly playback: Playback;
  /** The position: the present step, from 0. Dragging sets it. */
  readonly step: Signal<number>;
  readonly view: LanesView;
  /** What the picture shows, for who cannot see it. */
  readonly label: string;
  /** Virtual seconds of the position, where it may be between two steps: while a wait is played. */
  readonly clock?: ReadonlySignal<number> | undefined;
}

/** Pixels of the window, of the names in it, and of the lanes beside them. */
interface Size {
  readonly width: number;
  readonly height: number;
  readonly names: number;
}

export function Lanes({ playback, step, view, label, clock }: Props): VNode {
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useSignal<Size>({ width: 0, height: 0, names: 0 });
  const pointed = useSignal<Pointed | undefined>(undefined);
  const room = (): number => Math.max(1, size.peek().width - size.peek().names);
  /** Pixels of the whole picture. */
  const extent = useComputed(() => ({
    width: size.value.names + view.axis.width * view.zoom.value,
    height: HEADER + view.rows.value.length * view.rowHeight.value,
  }));

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const names = element.querySelector<HTMLElement>('.lanes-names')?.offsetWidth ?? 0;
      size.value = { width: element.clientWidth, height: element.clientHeight, names };
      if (view.zoom.peek() === 0 && element.clientWidth > 0) view.open(room());
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [view]);

  // The view says where the window is, and so does the reader who scrolls: each is told of the other.
  useSignalEffect(() => {
    const element = scroller.current;
    const { width, height } = extent.value;
    const [x, y] = [view.x.value, view.y.value];
    if (element === null || size.value.width === 0) return;
    // The room to scroll in must be there before it is scrolled.
    const inner = element.firstElementChild as HTMLElement;
    inner.style.width = `${width}px`;
    inner.style.height = `${height}px`;
    if (Math.abs(element.scrollLeft - x) >= 1) element.scrollLeft = x;
    if (Math.abs(element.scrollTop - y) >= 1) element.scrollTop = y;
  });
  const onScroll = (): void => {
    const element = scroller.current;
    if (element === null) return;
    if (Math.abs(element.scrollLeft - view.x.peek()) >= 1) view.x.value = element.scrollLeft;
    if (Math.abs(element.scrollTop - view.y.peek()) >= 1) view.y.value = element.scrollTop;
  };

  const follows = useRef(true);
  useSignalEffect(() => {
    const at = step.value;
    if (size.value.width > 0 && follows.current) view.follow(at, room(), size.peek().height);
  });

  useEffect(() => paintWhenNeeded(canvas.current, frameOf, view), [playback, view]);

  /** What is to be seen; undefined as long as there is no window. Reads every signal that it depends on. */
  function frameOf(): Frame | undefined {
    const { width, height, names } = size.value;
    const zoom = view.zoom.value;
    const [lane, places] = [view.selected.value, view.places.value];
    const frame = { playback, axis: view.axis, rows: view.rows.value, places, zoom, rowHeight: view.rowHeight.value };
    const rest = {
      x: view.x.value,
      y: view.y.value,
      width: width - names,
      height,
      names: 0,
      step: step.value,
      clock: clock?.value,
    };
    return width === 0 || zoom === 0
      ? undefined
      : { ...frame, ...rest, chosen: lane === undefined ? undefined : places.get(lane) };
  }

  useEffect(() => {
    const element = canvas.current;
    if (element === null) return undefined;
    const placeAt = (y: number): number => Math.floor((y - HEADER + view.y.peek()) / view.rowHeight.peek());
    const stepAt = (x: number): number => view.axis.stepAt((view.x.peek() + x) / view.zoom.peek());
    const scrub = (x: number): void => {
      follows.current = false;
      step.value = stepAt(x);
      follows.current = true;
    };
    return listenToPointer(element, {
      room,
      scrub,
      press(x, y) {
        scrub(x);
        const row = y < HEADER ? undefined : view.rows.peek()[placeAt(y)];
        if (row?.kind === 'group') view.toggle(row.key);
        if (row?.kind === 'lane') view.selected.value = row.lane;
      },
      zoom: (factor, x) => {
        view.zoomBy(factor, x, room());
      },
      scroll: (dx) => {
        view.x.value = Math.max(0, Math.min(view.x.peek() + dx, view.axis.width * view.zoom.peek() - room()));
      },
      hover(x, y) {
        pointed.value = x === undefined ? undefined : { x: x + size.peek().names, y, place: placeAt(y), step: stepAt(x) };
      },
    });
  }, [view, step]);

  const zoomButton = (text: string, name: string, act: () => void): VNode => (
    <button type="button" aria-label={name} title={name} onClick={act}>
      {text}
    </button>
  );
  return (
    <div class="lanes">
      <div class="lanes-scroll" ref={scroller} onScroll={onScroll}>
        <div class="lanes-extent" style={{ height: `${HEADER + view.rows.value.length * view.rowHeight.value}px` }}>
          <div class="lanes-window" style={{ width: `${size.value.width}px`, height: `${size.value.height}px` }}>
            <Names
              playback={playback}
              step={step}
              view={view}
              height={size.value.height}
              reveal={(place) => {
                view.reveal(place, size.peek().height);
              }}
            />
            <canvas ref={canvas} role="img" aria-label={label} />
          </div>
        </div>
      </div>
      <div class="lanes-zoom" role="group" aria-label={say.zoom}>
        {zoomButton('−', say.zoomOut, () => {
          view.zoomBy(1 / ZOOM_STEP, room() / 2, room());
        })}
        {zoomButton('+', say.zoomIn, () => {
          view.zoomBy(ZOOM_STEP, room() / 2, room());
        })}
        {zoomButton('⇔', say.zoomFit, () => {
          view.fit(room());
        })}
      </div>
      <Tip pointed={pointed} playback={playback} view={view} />
    </div>
  );
}

/** Paints in the next frame whenever something that a frame depends on has changed. Returns what ends it. */
function paintWhenNeeded(
  canvas: HTMLCanvasElement | null,
  frameOf: () => Frame | undefined,
  view: LanesView,
): (() => void) | undefined {
  const context = canvas?.getContext('2d', { alpha: false });
  if (canvas === null || context === null || context === undefined) return undefined;
  const palette = pagePalette();
  let theme = palette.peek();
  let painter = canvasPainter(theme);
  let painted = theme;
  let frame: Frame | undefined;
  let asked: number | undefined;
  const paint = (): void => {
    asked = undefined;
    if (frame === undefined) return;
    const scale = window.devicePixelRatio;
    const [width, height] = [Math.round(frame.width * scale), Math.round(frame.height * scale)];
    // Setting a size empties a canvas, and costs: it is set when it changes.
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
      canvas.style.width = `${frame.width}px`;
      canvas.style.height = `${frame.height}px`;
    }
    if (painted !== theme) {
      painted = theme;
      painter = canvasPainter(painted);
    }
    painter.paint(context, sceneOf(frame, view.findings), scale);
  };
  const stop = effect(() => {
    theme = palette.value;
    frame = frameOf();
    asked ??= requestAnimationFrame(paint);
  });
  return () => {
    stop();
    if (asked !== undefined) cancelAnimationFrame(asked);
  };
}
