/**
 * The page in which `npm run bench -- timeline` measures: a timeline as a reader has it, driven by real input from outside; and, to choose between them, both
 * painters on their own, a frame after the other.
 */
import { render } from 'preact';
import { canvasPainter } from '../../src/components/timeline/drawing/canvas.ts';
import { type Frame, HEADER } from '../../src/components/timeline/drawing/frame.ts';
import { createLanesView, type LanesView } from '../../src/components/timeline/drawing/index.ts';
import { readPalette } from '../../src/components/timeline/drawing/palette.ts';
import { placesOf } from '../../src/components/timeline/drawing/rows.ts';
import { sceneOf } from '../../src/components/timeline/drawing/scene.ts';
import { svgOf } from '../../src/components/timeline/drawing/svg.ts';
import Timeline from '../../src/components/timeline/Timeline.tsx';
import { playbackOf, type Playback } from '../../src/playback/index.ts';
import type { RunRecord } from '../../src/record/index.ts';

/** Milliseconds. */
export interface Opened {
  /** The record made into a playback. */
  readonly playback: number;
  /** From the record until the timeline is on the screen: that, and all there is to see. */
  readonly drawing: number;
  readonly steps: number;
  readonly lanes: number;
}

export type Painter = 'canvas' | 'svg' | 'svg, kept';
export type Motion = 'drag' | 'scroll';
/** What a painter paints: the first rows, all rows unfolded, or those of the whole run in one window. */
export type Look = 'folded' | 'unfolded' | 'whole';

export interface TimelineBench {
  /** Shows a record, from the text of its JSON. */
  open(record: string): Promise<Opened>;
  /**
   * Asks the open run for the loop of so many steps: of neighbours, on and back, and of steps far from each other.
   *
   * @returns how long each answer took
   */
  moments(steps: number): { readonly neighbours: readonly number[]; readonly jumps: readonly number[] };
  /** Begins to take the times between frames; gives them when it is asked to end. */
  watch(): void;
  watched(): readonly number[];
  /**
   * Paints so many frames with one painter, one each time that the browser asks for one.
   *
   * @returns how long the page was busy with each: making the scene, painting, and what the browser makes of it before anything else can happen
   */
  sweep(painter: Painter, motion: Motion, look: Look, frames: number): Promise<readonly number[]>;
}

declare global {
  interface Window {
    timelineBench: TimelineBench;
  }
}

const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

let opened: Playback | undefined;
let times: number[] = [];
let watching = false;

const channel = new MessageChannel();
/** When the browser is done with a frame: a message comes after all that belongs to it. */
const afterFrame = (): Promise<number> =>
  new Promise((resolve) => {
    channel.port1.onmessage = () => {
      resolve(performance.now());
    };
    channel.port2.postMessage(undefined);
  });

/** Times between frames, from one that has been painted to the next. */
async function take(until: () => boolean): Promise<readonly number[]> {
  const taken: number[] = [];
  let before = await nextFrame();
  while (!until()) {
    const now = await nextFrame();
    taken.push(now - before);
    before = now;
  }
  return taken;
}

/** What paints a frame somewhere below `host`. */
function painterOf(painter: Painter, host: HTMLElement, view: LanesView): (frame: Frame) => void {
  const palette = readPalette();
  if (painter === 'canvas') {
    const canvas = document.createElement('canvas');
    host.append(canvas);
    const context = canvas.getContext('2d', { alpha: false });
    if (context === null) throw new Error('no canvas');
    const onCanvas = canvasPainter(palette);
    return (frame) => {
      const scale = window.devicePixelRatio;
      const [width, height] = [Math.round(frame.width * scale), Math.round(frame.height * scale)];
      if (canvas.width !== width) [canvas.width, canvas.height] = [width, height];
      canvas.style.width = `${frame.width}px`;
      onCanvas.paint(context, sceneOf(frame, view.findings), scale);
    };
  }
  const still = document.createElement('div');
  const moving = document.createElement('div');
  moving.style.cssText = 'position:absolute;inset:0;background:var(--paper);opacity:.5';
  host.append(still);
  if (painter === 'svg') {
    return (frame) => {
      still.innerHTML = svgOf(sceneOf(frame, view.findings), frame.width, frame.height, palette, '');
    };
  }
  // The lanes are written when the window moves; the position is an element of its own, which is only moved.
  host.append(moving);
  let written = NaN;
  return (frame) => {
    if (written !== frame.x)
      still.innerHTML = svgOf(sceneOf({ ...frame, step: undefined }, view.findings), frame.width, frame.height, palette, '');
    written = frame.x;
    moving.style.left = `${frame.axis.right(frame.step ?? 0) * frame.zoom - frame.x}px`;
  };
}

window.timelineBench = {
  async open(text) {
    const record = JSON.parse(text) as RunRecord;
    const began = performance.now();
    opened = playbackOf(record);
    const playback = performance.now() - began;
    const { steps, lanes } = opened;
    const root = document.querySelector('main');
    if (root === null) throw new Error('the page has no main');
    const asked = performance.now();
    const nothing = (): void => undefined;
    const place = { current: 0 };
    render(
      <Timeline
        record={record}
        code={{ mark: nothing }}
        id="bench"
        place={place}
        asked={undefined}
        stale={false}
        onStep={nothing}
        opening={{ current: false }}
      />,
      root,
    );
    await nextFrame(); // in which it is painted
    await nextFrame(); // by which that is on the screen
    return { playback, drawing: performance.now() - asked, steps: steps.length, lanes: lanes.length };
  },
  moments(steps) {
    const playback = opened;
    if (playback === undefined) throw new Error('nothing is open');
    const all = Math.min(steps, playback.steps.length);
    const taken = (place: number): number => {
      const began = performance.now();
      playback.at(place);
      return performance.now() - began;
    };
    const on = Array.from({ length: all }, (_, place) => place);
    const far = on.map((place) => (place * 2_654_435_761) % playback.steps.length);
    return { neighbours: [...on, ...on.toReversed()].map(taken), jumps: far.map(taken) };
  },
  watch() {
    watching = true;
    times = [];
    void take(() => !watching).then((taken) => {
      times = [...taken];
    });
  },
  watched() {
    watching = false;
    return times;
  },
  async sweep(painter, motion, look, frames) {
    const playback = opened;
    if (playback === undefined) throw new Error('nothing is open');
    const view = createLanesView(playback);
    if (look !== 'folded') for (const row of view.rows.peek()) if (row.kind === 'group') view.toggle(row.key);
    if (look === 'whole') view.fit(1000);
    else view.open(1000);
    const host = document.createElement('div');
    host.style.cssText = 'position:relative;overflow:hidden;width:1000px;height:600px';
    document.body.prepend(host);
    const paint = painterOf(painter, host, view);
    const rows = view.rows.peek();
    const rowHeight = view.rowHeight.peek();
    const [width, height, zoom] = [1000, 600, view.zoom.peek()];
    const first = Math.floor(playback.steps.length / 3);
    const begin = Math.max(0, Math.min(view.axis.left(first), view.axis.width - width / zoom)) * zoom;
    const y = Math.max(0, (rows.length * rowHeight - height + HEADER) / 2);
    const frame = { playback, axis: view.axis, rows, places: placesOf(rows), zoom, rowHeight, y, width, height, names: 0 };
    const taken: number[] = [];
    for (let at = 0; at < frames; at += 1) {
      await nextFrame();
      const began = performance.now();
      const x = motion === 'scroll' ? begin + at * 7 : begin;
      paint({ ...frame, x, step: view.axis.stepAt((x + (motion === 'drag' ? at * 4 : width / 2)) / zoom) });
      taken.push((await afterFrame()) - began);
    }
    host.remove();
    return taken;
  },
};
