/** Printed lines with their virtual times. A time is written where it changes, so that the column reads as the course of the run. */
import type { VNode } from 'preact';
import type { OutputLine } from '../../record/index.ts';
import { seconds } from '../words.ts';

const classOf = (isSameTime: boolean, isLater: boolean): string | undefined =>
  isSameTime || isLater ? `${isSameTime ? 'same-time' : ''} ${isLater ? 'later' : ''}`.trim() : undefined;

interface Props {
  readonly lines: readonly OutputLine[];
  /** Where a run is being looked at: so many lines are printed by now. */
  readonly printed?: number | undefined;
}

export function OutputLines({ lines, printed = Infinity }: Props): VNode {
  return (
    <ol class="lines">
      {lines.map(({ text, t, task }, index) => (
        <li
          key={index}
          class={classOf(index > 0 && lines[index - 1]?.t === t, index >= printed)}
          aria-hidden={index >= printed || undefined}
        >
          <span class="time">{seconds(t)}</span>
          <span class="text">{text}</span>
          {task !== null && <span class="who">{task}</span>}
        </li>
      ))}
    </ol>
  );
}
