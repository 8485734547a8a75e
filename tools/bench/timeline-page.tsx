/**
 * The page in which `npm run bench -- timeline` measures: the lanes as a reader has them, driven by real input from outside; and, to choose between them, both
 * painters on their own, a frame after the other.
 */
import { signal } from '@preact/signals';
import { render } from 'preact';
import { canvasPainter } from '../../src/components/timeline/drawing/canvas.ts';
import { type Frame, HEADER } from '../../src/components/timeline/drawing/frame.ts';
import { createLanesView, Lanes, type LanesView } from '../../src/components/timeline/drawing/index.ts';
import { readPalette } from '../../src/components/timeline/drawing/palette.ts';
import { placesOf } from '../../src/components/timeline/drawing/rows.ts';
import { sceneOf } from '../../src/components/timeline/drawing/scene.ts';
import { svgOf } from '../../src/components/timeline/drawing/svg.ts';
import { playbackOf, type Playback } from '../../src/playback/index.ts';
import type { RunRecord } from '../../src/record/index.ts';

/** Milliseconds. */
export interface Opened {
  /** The record made into a playback. */
  readonly playback: number;
  /** From then until the picture is on the screen. */
  readonly drawing: number;
  readonly steps: number;
  readonly lanes: number;
}

export type Painter = 'canvas' | 'svg' | 'svg, kept';
export type Motion = 'drag' | 'scroll';

export interface TimelineBench {
  /** Shows a record, from the text of its JSON. */
  open(record: string): Promise<Opened>;
  /** Shows the whole run, or unfolds all of its rows. */
  fit(): void;
  unfold(): void;
  /** Begins to take the times between frames; gives them when it is asked to end. */
  watch(): void;
  watched(): readonly number[];
  /**
   * Paints so many frames with one painter, one each time that the browser asks for one.
   *
   * @returns how long the page was busy with each: making the scene, painting, and what the browser makes of it before anything else can happen
   */
  sweep(painter: Painter, motion: Motion, frames: number): Promise<readonly number[]>;
}

declare global {
  interface Window {
    timelineBench: TimelineBench;
  }
}

const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

let shown: { readonly playback: Playback; readonly view: LanesView } | undefined;
let times: number[] = [];
let watching = false;

function theShown(): { readonly playback: Playback; readonly view: LanesView } {
  if (shown === undefined) throw new Error('nothing is open');
  return shown;
}

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
    const playback = playbackOf(record);
    const ready = performance.now();
    const view = createLanesView(playback);
    shown = { playback, view };
    const root = document.querySelector('main');
    if (root === null) throw new Error('the page has no main');
    render(<Lanes playback={playback} step={signal(0)} view={view} label="bench" />, root);
    await nextFrame(); // in which it is painted
    await nextFrame(); // by which that is on the screen
    const seen = performance.now();
    return { playback: ready - began, drawing: seen - ready, steps: playback.steps.length, lanes: playback.lanes.length };
  },
  fit() {
    const canvas = document.querySelector('canvas');
    theShown().view.fit(canvas?.clientWidth ?? 800);
  },
  unfold() {
    const { view } = theShown();
    for (const row of view.rows.peek()) if (row.kind === 'group' && row.folded) view.toggle(row.key);
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
  async sweep(painter, motion, frames) {
    const { playback, view } = theShown();
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
