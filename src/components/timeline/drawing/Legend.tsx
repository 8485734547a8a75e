/** What the marks of the lanes mean: each drawn small by what draws the lanes, with its words. */
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { timelineWords } from '../../words/timeline.ts';
import { legend, SAMPLE } from './legend.ts';
import { pagePalette } from './palette.ts';
import { svgOf } from './svg.ts';

const { width, height } = SAMPLE;

export function Legend(): VNode {
  const palette = pagePalette().value;
  const samples = useMemo(
    () =>
      legend().map(({ key, words, shapes }) => {
        const picture = svgOf(shapes, width, height, palette, words);
        return { key, words, address: `data:image/svg+xml,${encodeURIComponent(picture)}` };
      }),
    [palette],
  );
  return (
    <details class="lanes-legend">
      <summary>{timelineWords.drawing.legendTitle}</summary>
      <ul>
        {samples.map(({ key, words, address }) => (
          <li key={key}>
            <img src={address} width={width} height={height} alt="" />
            {words}
          </li>
        ))}
      </ul>
    </details>
  );
}
