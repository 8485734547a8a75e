/**
 * Writes shapes as an SVG file: one text that needs nothing beside it.
 *
 * Keeps true: what a program says stays text. It is escaped, and what XML does not allow is taken out.
 */
import { FAMILIES } from './canvas.ts';
import { type Palette, type Shape, type Style, type StyleName, styleOf } from './shapes.ts';

/** What XML 1.0 does not allow in a file, in any form. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(NOT_XML, '\ufffd')
    .replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');

/** A coordinate: two decimals are more than a screen shows. */
const n = (value: number): string => String(Math.round(value * 100) / 100);
const pairs = (points: readonly number[]): string => {
  const found: string[] = [];
  for (let at = 0; at < points.length; at += 2) found.push(`${n(points[at] ?? 0)},${n(points[at + 1] ?? 0)}`);
  return found.join(' ');
};

function ruleOf(name: StyleName, style: Style, palette: Palette, isText: boolean): string {
  const { fill, stroke, width, dash, opacity, font = 'sans', size = 12, bold = false } = style;
  const parts = [
    `fill:${fill === undefined ? 'none' : palette[fill]}`,
    ...(stroke === undefined ? [] : [`stroke:${palette[stroke]}`, `stroke-width:${width ?? 1}`]),
    ...(dash === undefined ? [] : [`stroke-dasharray:${dash.join(' ')}`]),
    ...(opacity === undefined ? [] : [`opacity:${opacity}`]),
    ...(isText ? [`font:${bold ? '600 ' : ''}${size}px ${FAMILIES[font]}`] : []),
  ];
  return `.${name}{${parts.join(';')}}`;
}

function patternOf(name: StyleName, hatch: NonNullable<Style['hatch']>, palette: Palette): string {
  const { colour, gap, width } = hatch;
  return `<pattern id="hatch-${name}" width="${gap}" height="${gap}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="${width}" height="${gap}" fill="${palette[colour]}"/></pattern>`;
}

/** An element of a shape; a hatch is a second one over it. */
function elementOf(shape: Shape): string {
  const { style } = shape;
  const { stroke, hatch, opacity } = styleOf(style);
  const make = (name: string, attributes: string): string => {
    const over = opacity === undefined ? '' : ` opacity="${opacity}"`;
    const hatched = hatch === undefined ? '' : `<${name} fill="url(#hatch-${style})"${over} ${attributes}/>`;
    return `<${name} class="${style}" ${attributes}/>${hatched}`;
  };
  switch (shape.shape) {
    case 'rect': {
      const inset = stroke === undefined ? 0 : 0.5;
      const [width, height] = [Math.max(shape.width - 2 * inset, 0.01), Math.max(shape.height - 2 * inset, 0.01)];
      return make('rect', `x="${n(shape.x + inset)}" y="${n(shape.y + inset)}" width="${n(width)}" height="${n(height)}"`);
    }
    case 'dot':
      return make('circle', `cx="${n(shape.x)}" cy="${n(shape.y)}" r="${n(shape.radius)}"`);
    case 'line':
      return make(shape.closed === true ? 'polygon' : 'polyline', `points="${pairs(shape.points)}"`);
    case 'curve': {
      const [from = '', ...rest] = pairs(shape.points).split(' ');
      return make('path', `d="M${from}C${rest.join(' ')}"`);
    }
    case 'text': {
      const anchor = shape.anchor === undefined ? '' : ` text-anchor="${shape.anchor}"`;
      return `<text class="${style}" x="${n(shape.x)}" y="${n(shape.y)}"${anchor}>${escaped(shape.text)}</text>`;
    }
  }
}

/** An SVG file of so many pixels. @param label what it shows, for who cannot see it */
export function svgOf(shapes: readonly Shape[], width: number, height: number, palette: Palette, label: string): string {
  const texts = new Set(shapes.flatMap(({ shape, style }) => (shape === 'text' ? [style] : [])));
  const used = [...new Set(shapes.map(({ style }) => style))];
  const rules = used.map((name) => ruleOf(name, styleOf(name), palette, texts.has(name)));
  const patterns = used.flatMap((name) => {
    const { hatch } = styleOf(name);
    return hatch === undefined ? [] : [patternOf(name, hatch, palette)];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}" viewBox="0 0 ${n(width)} ${n(height)}" role="img" aria-label="${escaped(label)}">`,
    `<title>${escaped(label)}</title>`,
    `<defs>${patterns.join('')}<style>text{white-space:pre}${rules.join('')}</style></defs>`,
    ...shapes.map(elementOf),
    '</svg>\n',
  ].join('\n');
}
