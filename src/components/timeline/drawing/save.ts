/** Hands the reader a run as a file: its picture as SVG or PNG, or its events as a trace that Perfetto opens. Nothing leaves the browser. */
import { timelineWords } from '../../words/timeline.ts';
import { chromeTraceOf } from '../chrome-trace.ts';
import { canvasPainter } from './canvas.ts';
import { pagePalette } from './palette.ts';
import { type Bounds, pictureOf, type Subject } from './picture.ts';
import { svgOf } from './svg.ts';

const say = timelineWords.drawing.save;

export type FileKind = 'svg' | 'png' | 'trace';

/** The most that a saved picture has: what programs that open SVG take, and as many pixels as every browser makes a PNG of. */
const SVG_BOUNDS: Bounds = { width: 16_000, height: 8_000 };
const PNG_BOUNDS: Bounds = { width: 6_000, height: 2_600 };
const PNG_PIXELS = 16_000_000;

/** Real milliseconds for which a saved file's address stays good: the browser has read it long before. */
const ADDRESS_FOR = 60_000;

/** Offers `content` as a file. */
function offer(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, ADDRESS_FOR);
}

/** A name of a file that every system takes, without its ending. */
const fileName = (title: string): string =>
  title
    .replace(/\.\w+$/, '')
    .replaceAll(/[^\w-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60) || 'run';

async function pngOf(subject: Subject): Promise<{ readonly blob: Blob; readonly left: readonly string[] }> {
  const { shapes, width, height, left } = pictureOf(subject, PNG_BOUNDS);
  const scale = Math.min(2, Math.sqrt(PNG_PIXELS / (width * height)));
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.floor(width * scale), Math.floor(height * scale)];
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error(say.noCanvas);
  canvasPainter(pagePalette().peek()).paint(context, shapes, scale);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  if (blob === null) throw new Error(say.noCanvas);
  return { blob, left };
}

/** Saves a run. @returns what to say of it */
export async function save(kind: FileKind, subject: Subject): Promise<string> {
  const name = fileName(subject.title);
  switch (kind) {
    case 'svg': {
      const { shapes, width, height, left } = pictureOf(subject, SVG_BOUNDS);
      const svg = svgOf(shapes, width, height, pagePalette().peek(), subject.title);
      offer(new Blob([svg], { type: 'image/svg+xml' }), `${name}.svg`);
      return [say.saved(`${name}.svg`), ...left].join(' ');
    }
    case 'png': {
      const { blob, left } = await pngOf(subject);
      offer(blob, `${name}.png`);
      return [say.saved(`${name}.png`), ...left].join(' ');
    }
    case 'trace': {
      const trace = JSON.stringify(chromeTraceOf(subject.playback, subject.title));
      offer(new Blob([trace], { type: 'application/json' }), `${name}.trace.json`);
      return say.savedTrace(`${name}.trace.json`);
    }
  }
}
