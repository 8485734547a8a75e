/** What the marks of the lanes mean: each drawn small by what draws the lanes, with its words. */
import type { VNode } from 'preact';
import { timelineWords } from '../../words/timeline.ts';
import { legend, SAMPLE } from './legend.ts';
import { pagePalette } from './palette.ts';
import { svgOf } from './svg.ts';

const { width, height } = SAMPLE;

export function Legend(): VNode {
  const palette = pagePalette().value;
  return (
    <details class="lanes-legend">
      <summary>{timelineWords.drawing.legendTitle}</summary>
      <ul>
        {legend().map(({ key, words, shapes }) => (
          <li key={key}>
            <img
              src={`data:image/svg+xml,${encodeURIComponent(svgOf(shapes, width, height, palette, words))}`}
              width={width}
              height={height}
              alt=""
            />
            {words}
          </li>
        ))}
      </ul>
    </details>
  );
}
