/** A picture as an SVG file: whole, by itself, and nothing but a picture whatever the program is called. */
import { describe, expect, test } from 'vitest';
import type { Shape } from '../../../../src/components/timeline/drawing/shapes.ts';
import { svgOf } from '../../../../src/components/timeline/drawing/svg.ts';
import { drawn, NAMED, played, TWO } from './drawn.ts';

const text = (content: string): Shape => ({ shape: 'text', style: 'label', x: 0, y: 10, text: content });
const written = (shapes: readonly Shape[], label = 'a run'): string => svgOf(shapes, 100, 50, NAMED, label);

/** The names of all elements of a file. */
const elementsOf = (svg: string): Set<string | undefined> =>
  new Set([...svg.matchAll(/<\/?([^\s>/]+)/g)].map(([, name]) => name));

test('each shape is an element of its style', () => {
  const svg = written([
    { shape: 'rect', style: 'running', x: 1, y: 2, width: 3, height: 4 },
    { shape: 'dot', style: 'done', x: 5, y: 6, radius: 7 },
    { shape: 'line', style: 'waiting', points: [0, 1, 2, 3] },
    { shape: 'line', style: 'trouble', points: [0, 1, 2, 3, 4, 5], closed: true },
    { shape: 'curve', style: 'wake', points: [0, 1, 2, 3, 4, 5, 6, 7] },
    { shape: 'text', style: 'time', x: 8, y: 9, text: '1 s', anchor: 'middle' },
  ]);
  for (const element of [
    '<rect class="running" x="1" y="2" width="3" height="4"/>',
    '<circle class="done" cx="5" cy="6" r="7"/>',
    '<polyline class="waiting" points="0,1 2,3"/>',
    '<polygon class="trouble" points="0,1 2,3 4,5"/>',
    '<path class="wake" d="M0,1C2,3 4,5 6,7"/>',
    '<text class="time" x="8" y="9" text-anchor="middle">1 s</text>',
  ])
    expect(svg).toContain(element);
});

test('a file needs nothing beside it: its styles, patterns and colours are in it', async () => {
  const svg = written(drawn(await played(TWO)));
  for (const [, name] of svg.matchAll(/class="([\w-]+)"/g)) expect(svg).toContain(`.${name ?? ''}{`);
  for (const [, name] of svg.matchAll(/url\(#([\w-]+)\)/g)) expect(svg).toContain(`<pattern id="${name ?? ''}"`);
  expect(svg).not.toMatch(/href|https?:\/\/(?!www\.w3\.org\/2000\/svg)|url\((?!#)/);
  expect(elementsOf(svg)).toEqual(
    new Set(['svg', 'title', 'defs', 'style', 'pattern', 'rect', 'circle', 'polyline', 'polygon', 'text']),
  );
});

describe('hostile names', () => {
  const NAMES = [
    '</text><script>alert(1)</script>',
    '"><image href=x onerror=alert(1)>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '&lt;b&gt; &#60;',
    '\u0000\u0008\u001b[31m\ufffe',
    '\ud800 alone',
  ];

  test('stay text', () => {
    for (const name of NAMES) {
      const svg = written([text(name)], name);
      expect(elementsOf(svg), name).toEqual(new Set(['svg', 'title', 'defs', 'style', 'text']));
      expect(svg, name).toMatch(/<text[^>]*>[^<>]*<\/text>/);
    }
    expect(written([text('a < b & c > "d"')])).toContain('>a &lt; b &amp; c &gt; &quot;d&quot;</text>');
  });

  test('hold nothing that XML forbids', () => {
    for (const name of NAMES)
      expect(written([text(name)], name)).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u);
  });

  test('come through a whole run, of tasks, functions, prints and errors', async () => {
    const playback = await played(`
const evil = '</text><script>' + 'x'.repeat(5000) + '\\u0000\\u202e';
async function child() { console.log(evil); await sleep(1); throw new Error(evil); }
async function main() {
  const task = createTask(child(), { name: evil });
  await gather(task, { returnExceptions: true });
}`);
    const svg = written(drawn(playback, { zoom: 90 }));
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('\u202e');
    expect(svg).toContain('&lt;/text&gt;&lt;script&gt;xxx');
    for (const [, content = ''] of svg.matchAll(/<text[^>]*>([^<]*)</g)) expect(content.length).toBeLessThan(300);
  });
});
