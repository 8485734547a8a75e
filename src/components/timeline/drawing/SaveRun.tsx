/** Saves the picture of a run, or its events, to a file. */
import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import type { Playback } from '../../../playback/index.ts';
import { Button } from '../../output/Button.tsx';
import { reasonOf } from '../../reason.ts';
import { timelineWords } from '../../words/timeline.ts';
import { type FileKind, save } from './save.ts';
import type { LanesView } from './view.ts';

const say = timelineWords.drawing.save;
const KINDS: readonly FileKind[] = ['svg', 'png', 'trace'];

interface Props {
  readonly playback: Playback;
  /** The rows are saved as they are folded in it. */
  readonly view: LanesView;
  /** The title in the picture; its file is named after it. */
  readonly title: string;
}

export function SaveRun({ playback, view, title }: Props): VNode {
  const told = useSignal('');
  const { axis, findings } = view;
  const use = (kind: FileKind): void => {
    const subject = { playback, axis, rows: view.rows.peek(), rowHeight: view.rowHeight.peek(), findings, title };
    save(kind, subject).then(
      (sentence) => {
        told.value = sentence;
      },
      (error: unknown) => {
        told.value = say.failed(reasonOf(error));
      },
    );
  };
  return (
    <details class="lanes-save">
      <summary>{say.title}</summary>
      <div class="buttons">
        {KINDS.map((kind) => (
          <Button
            key={kind}
            onClick={() => {
              use(kind);
            }}
          >
            {say.kinds[kind]}
          </Button>
        ))}
      </div>
      <p role="status">{told.value}</p>
    </details>
  );
}
