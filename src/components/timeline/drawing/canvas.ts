/** Paints shapes on a canvas. */
import type { Palette, Shape, Style } from './shapes.ts';
import { styleOf } from './shapes.ts';

/** Families of type, as in src/styles/tokens.css. */
export const FAMILIES = {
  sans: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', 'DejaVu Sans', sans-serif",
  mono: "ui-monospace, 'SF Mono', 'Cascadia Code', 'Source Code Pro', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
} as const;

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** A painter for one palette. It keeps patterns: make a new one when the theme changes. */
export interface CanvasPainter {
  /** Paints over everything. @param scale device pixels of a pixel */
  paint(context: Context, shapes: readonly Shape[], scale: number): void;
}

export function canvasPainter(palette: Palette): CanvasPainter {
  const patterns = new Map<string, CanvasPattern | undefined>();
  let made = 0;

  /** Slanting lines as a pattern: a tile that joins on all sides. */
  const hatchOf = (context: Context, hatch: NonNullable<Style['hatch']>, scale: number): CanvasPattern | undefined => {
    if (made !== scale) patterns.clear();
    made = scale;
    const key = `${hatch.colour} ${hatch.gap} ${hatch.width}`;
    if (patterns.has(key)) return patterns.get(key);
    const size = Math.max(2, Math.round(hatch.gap * Math.SQRT2 * scale));
    const tile = document.createElement('canvas');
    tile.width = tile.height = size;
    const on = tile.getContext('2d');
    let pattern: CanvasPattern | null = null;
    if (on !== null) {
      on.strokeStyle = palette[hatch.colour];
      on.lineWidth = hatch.width * scale;
      on.beginPath();
      for (const shift of [-size, 0, size]) {
        on.moveTo(shift - 1, size + 1);
        on.lineTo(shift + size + 1, -1);
      }
      on.stroke();
      pattern = context.createPattern(tile, 'repeat');
      pattern?.setTransform(new DOMMatrix().scale(1 / scale));
    }
    patterns.set(key, pattern ?? undefined);
    return pattern ?? undefined;
  };

  /** What fills a shape: its colour, and over it its hatch. */
  const fillsOf = (context: Context, { fill, hatch }: Style, scale: number): (string | CanvasPattern)[] => {
    const fills: (string | CanvasPattern)[] = fill === undefined ? [] : [palette[fill]];
    const pattern = hatch === undefined ? undefined : hatchOf(context, hatch, scale);
    return pattern === undefined ? fills : [...fills, pattern];
  };

  const trace = (context: Context, shape: Exclude<Shape, { readonly shape: 'rect' | 'text' }>): void => {
    const { points } = shape.shape === 'dot' ? { points: [] } : shape;
    const [x = 0, y = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = points;
    context.beginPath();
    if (shape.shape === 'dot') context.arc(shape.x, shape.y, shape.radius, 0, 2 * Math.PI);
    else if (shape.shape === 'curve') {
      context.moveTo(x, y);
      context.bezierCurveTo(x1, y1, x2, y2, x3, y3);
    } else {
      context.moveTo(x, y);
      for (let at = 2; at < points.length; at += 2) context.lineTo(points[at] ?? 0, points[at + 1] ?? 0);
      if (shape.closed === true) context.closePath();
    }
  };

  const paintRect = (context: Context, shape: Extract<Shape, { readonly shape: 'rect' }>, style: Style, scale: number): void => {
    const { x, y, width, height } = shape;
    for (const fill of fillsOf(context, style, scale)) {
      context.fillStyle = fill;
      context.fillRect(x, y, width, height);
    }
    if (style.stroke === undefined) return;
    context.strokeStyle = palette[style.stroke];
    context.strokeRect(x + 0.5, y + 0.5, Math.max(width - 1, 0.01), Math.max(height - 1, 0.01));
  };

  return {
    paint(context, shapes, scale) {
      context.setTransform(scale, 0, 0, scale, 0, 0);
      for (const shape of shapes) {
        const style = styleOf(shape.style);
        const { opacity = 1, width = 1, dash } = style;
        context.globalAlpha = opacity;
        if (style.stroke !== undefined) {
          context.lineWidth = width;
          context.setLineDash(dash === undefined ? [] : [...dash]);
        }
        if (shape.shape === 'rect') paintRect(context, shape, style, scale);
        else if (shape.shape === 'text') {
          const { font = 'sans', size = 12, bold = false } = style;
          context.font = `${bold ? '600 ' : ''}${size}px ${FAMILIES[font]}`;
          context.textAlign = shape.anchor === 'middle' ? 'center' : shape.anchor === 'end' ? 'right' : 'left';
          context.fillStyle = palette[style.fill ?? 'ink'];
          context.fillText(shape.text, shape.x, shape.y);
        } else {
          trace(context, shape);
          for (const fill of fillsOf(context, style, scale)) {
            context.fillStyle = fill;
            context.fill();
          }
          if (style.stroke !== undefined) {
            context.strokeStyle = palette[style.stroke];
            context.stroke();
          }
        }
      }
      context.globalAlpha = 1;
    },
  };
}
