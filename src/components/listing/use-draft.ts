/**
 * What a reader makes of a listing: the draft, the editor that is loaded when it is asked for, and what the page shows in the place of the listing's code.
 *
 * Keeps true: whatever was typed is saved, and a draft is on the page again when the reader is; an untouched listing has neither.
 */
import { effect, useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef, type MutableRef } from 'preact/hooks';
import type { ExerciseProgress, Trouble } from '../../course/index.ts';
import type { Editor } from '../editor/editor.ts';
import { openDrafts, type Drafts } from '../exercise/drafts.ts';
import { savesDrafts } from '../exercise/saving.ts';
import { progressStore } from '../machine.ts';
import { reasonOf } from '../reason.ts';
import { listingMarker, type CodeMarker } from '../timeline/code-marker.ts';
import { codeBlock, type CodeBlock } from './code-block.ts';

export interface Draft {
  /** The program as it stands: the listing's, or the reader's. */
  readonly code: string;
  /** Whether anything can be done yet. */
  readonly isReady: boolean;
  /** Whether the editor stands in the place of the listing. */
  readonly isOpen: boolean;
  /** Id of the text that says how to leave the editor. */
  readonly describedBy: string;
  /** Why there is other code that was put aside, if there is. */
  readonly aside: NonNullable<ExerciseProgress['aside']>['by'] | undefined;
  readonly trouble: Trouble['kind'] | undefined;
  /** Why the editor could not be loaded. */
  readonly failure: string | undefined;
  /** Marks lines of whatever is shown. */
  readonly marker: CodeMarker;
  readonly open: () => void;
  readonly reset: () => void;
  readonly takeAside: () => void;
  /** Saves the draft, and gives it. */
  readonly save: () => string;
}

interface Parts {
  readonly id: string;
  readonly source: string;
  /** The editor's accessible name. */
  readonly label: string;
  /** An element beside the listing's code. */
  readonly host: MutableRef<HTMLElement | null>;
  readonly onRun: () => void;
}

interface Opened {
  readonly drafts: Drafts;
  readonly block: CodeBlock;
}

export function useDraft({ id, source, label, host, onRun }: Parts): Draft {
  const opened = useSignal<Opened | undefined>(undefined);
  const editor = useSignal<Editor | undefined>(undefined);
  const failure = useSignal<string | undefined>(undefined);
  const opening = useRef(false);
  const running = useRef(onRun);
  running.current = onRun;
  const describedBy = `leave-${id.replaceAll('.', '-')}`;
  const side = (): Element | null | undefined => host.current?.closest('.side');

  useEffect(() => {
    const box = side()?.querySelector('.code');
    if (box === null || box === undefined) return undefined;
    const block = codeBlock(box);
    const drafts = openDrafts({ id, formerly: [], starter: source, store: progressStore('listing') });
    const stopSaving = savesDrafts(drafts);
    opened.value = { drafts, block };
    const stopShowing = effect(() => {
      const code = drafts.code.value;
      if (editor.value !== undefined) editor.value.show(code);
      else if (code === source) block.restore();
      else block.showText(code);
    });
    return () => {
      stopShowing();
      stopSaving();
      drafts.dispose();
      editor.peek()?.close();
    };
  }, []);

  const load = async ({ drafts, block }: Opened): Promise<void> => {
    const [{ openEditor }, { python }] = await Promise.all([import('../editor/editor.ts'), import('../editor/python.ts')]);
    const made = openEditor(block.makeRoom(), {
      text: drafts.code.peek(),
      label,
      language: python,
      describedBy,
      onChange: drafts.edit,
      onRun: () => {
        running.current();
      },
    });
    editor.value = made;
    made.goTo(1, 1);
  };

  const marker = useMemo((): CodeMarker => {
    const still = listingMarker(side);
    return {
      mark(line) {
        if (editor.peek() === undefined) still.mark(line);
        else editor.peek()?.mark(line);
      },
    };
  }, []);

  const drafts = opened.value?.drafts;
  return {
    code: drafts?.code.value ?? source,
    isReady: drafts !== undefined,
    isOpen: editor.value !== undefined,
    describedBy,
    aside: drafts?.progress.value.aside?.by,
    trouble: drafts?.trouble.value?.kind,
    failure: failure.value,
    marker,
    open() {
      const there = opened.peek();
      if (there === undefined || opening.current) return;
      opening.current = true;
      failure.value = undefined;
      load(there)
        .catch((error: unknown) => {
          failure.value = reasonOf(error);
        })
        .finally(() => {
          opening.current = false;
        });
    },
    reset: () => drafts?.reset(),
    takeAside: () => drafts?.takeAside(),
    save() {
      drafts?.save();
      return drafts?.code.peek() ?? source;
    },
  };
}
