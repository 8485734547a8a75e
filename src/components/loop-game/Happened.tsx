/** What has happened since the last pick, one sentence a step, and before it what came earlier. */
import type { VNode } from 'preact';
import type { Playback } from '../../playback/index.ts';
import { sentenceOf } from '../timeline/sentence.ts';
import { loopGameWords as told } from '../words/loop-game.ts';

interface Props {
  readonly playback: Playback;
  /** The step that was shown last, and the first of those that are new. */
  readonly last: number;
  readonly fresh: number;
}

/** Earlier steps that stay in sight. */
const KEPT = 3;

export function Happened({ playback, last, fresh }: Props): VNode {
  const from = Math.max(0, Math.min(fresh, last) - KEPT);
  const steps = Array.from({ length: last - from + 1 }, (_step, index) => from + index);
  return (
    <section class="happened" aria-label={told.happened}>
      <p class="region-name" aria-hidden="true">
        {told.happened}
      </p>
      <ol aria-live="polite" aria-relevant="additions">
        {steps.map((step) => (
          <li key={step} class={step < fresh ? 'earlier' : undefined}>
            {sentenceOf(playback, step)}
          </li>
        ))}
      </ol>
    </section>
  );
}
