/** What is under the pointer, in words. Who uses no pointer has the same beside each row, and in the table of steps. */
import type { ReadonlySignal } from '@preact/signals';
import type { VNode } from 'preact';
import type { Playback } from '../../../playback/index.ts';
import { timelineWords } from '../../words/timeline.ts';
import { rowTextsOf } from './row-texts.ts';
import { shown } from './texts.ts';
import type { LanesView } from './view.ts';

const say = timelineWords.drawing;

/** A place in the window of the lanes, in pixels, and what is there. */
export interface Pointed {
  readonly x: number;
  readonly y: number;
  readonly place: number;
  readonly step: number;
}

interface Props {
  readonly pointed: ReadonlySignal<Pointed | undefined>;
  readonly playback: Playback;
  readonly view: LanesView;
}

export function Tip({ pointed, playback, view }: Props): VNode | null {
  const at = pointed.value;
  const step = at === undefined ? undefined : playback.steps[at.step];
  if (at === undefined || step === undefined) return null;
  const row = view.rows.value[at.place];
  const texts = row === undefined ? undefined : rowTextsOf(row, playback, view.findings, at.step);
  const lane = row?.kind === 'lane' ? row.lane : undefined;
  const line = lane === undefined ? undefined : playback.spanOf(lane, at.step)?.position?.line;
  const text = step.kind === 'print' && step.lane === lane ? playback.record.events[step.event]?.['text'] : undefined;
  return (
    <div class="lanes-tip" style={{ left: `${at.x}px`, top: `${at.y}px` }} aria-hidden="true">
      {texts !== undefined && (
        <p>
          <strong>{texts.what}</strong> {texts.which}
        </p>
      )}
      {texts !== undefined && texts.state !== '' && (
        <p>
          {texts.state}
          {line !== undefined && ` · ${say.line(line)}`}
        </p>
      )}
      {typeof text === 'string' && <p>{say.prints(shown(text, 60))}</p>}
      <p class="lanes-tip-step">{say.at(at.step + 1, playback.steps.length, step.t)}</p>
    </div>
  );
}
