/** Printed lines with their virtual times. A time is written where it changes, so that the column reads as the course of the run. */
import type { VNode } from 'preact';
import type { OutputLine } from '../../record/index.ts';
import { seconds } from '../words.ts';

export function OutputLines({ lines }: { readonly lines: readonly OutputLine[] }): VNode {
  return (
    <ol class="lines">
      {lines.map(({ text, t, task }, index) => (
        <li key={index} class={index > 0 && lines[index - 1]?.t === t ? 'same-time' : undefined}>
          <span class="time">{seconds(t)}</span>
          <span class="text">{text}</span>
          {task !== null && <span class="who">{task}</span>}
        </li>
      ))}
    </ol>
  );
}
