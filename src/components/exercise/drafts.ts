/**
 * The reader's code and what is kept of the exercise: the draft that is edited, saved, reset, and shared with other tabs.
 *
 * Keeps true: nothing but the reader's own hand changes the code that is being typed, and no draft is overwritten that was not put aside first.
 */
import { batch, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import {
  putAside,
  withAsides,
  type ExerciseProgress,
  type ProgressStore,
  type Reading,
  type Trouble,
} from '../../course/index.ts';

export interface Drafts {
  /** What the editor holds. */
  readonly code: ReadonlySignal<string>;
  readonly progress: ReadonlySignal<ExerciseProgress>;
  readonly trouble: ReadonlySignal<Trouble | undefined>;
  readonly edit: (code: string) => void;
  /** Writes the draft now; does nothing if it is written already. */
  readonly save: () => void;
  /** Brings the starter back; what was there is put aside. */
  readonly reset: () => void;
  /** Brings back what was put aside, the first of it; what is there now is put aside in its turn, as the last. */
  readonly takeAside: () => void;
  /** Changes what is kept, on top of what any tab has written meanwhile. */
  readonly change: (alter: (present: ExerciseProgress) => ExerciseProgress) => void;
  /** Ends listening to other tabs. */
  readonly dispose: () => void;
}

interface DraftsParts {
  readonly id: string;
  readonly formerly: readonly string[];
  readonly starter: string;
  readonly store: ProgressStore;
}

/** Begins where the reader left the exercise. */
export function openDrafts({ id, formerly, starter, store }: DraftsParts): Drafts {
  const opened = store.read(id, formerly);
  const progress = signal(opened.progress);
  const trouble: Signal<Trouble | undefined> = signal(opened.trouble);
  const code = signal(opened.progress.draft ?? starter);
  /** The code as this tab last knew it to be stored. */
  let saved = code.peek();

  function take(reading: Reading): void {
    progress.value = reading.progress;
    if (reading.trouble !== undefined) trouble.value = reading.trouble;
    else if (trouble.peek()?.kind !== 'set-aside') trouble.value = undefined;
  }

  function change(alter: (present: ExerciseProgress) => ExerciseProgress): void {
    take(store.update(id, alter));
  }

  /** A present entry with `draft` in it; a draft that another tab has written meanwhile is put aside, not overwritten. */
  function withDraft(present: ExerciseProgress, draft: string): ExerciseProgress {
    const { draft: stored } = present;
    const foreign = stored !== undefined && stored !== saved && stored !== draft;
    const changed = { ...present, draft: draft === starter ? undefined : draft };
    return foreign ? putAside(changed, { draft: stored, by: 'other-tab' }) : changed;
  }

  /** Another tab has written. Its draft is taken over if nothing was typed here since the last save; otherwise it waits for ours to put it aside. */
  function hear(reading: Reading): void {
    batch(() => {
      take(reading);
      const theirs = reading.progress.draft ?? starter;
      if (theirs === saved || code.peek() !== saved) return;
      saved = theirs;
      code.value = theirs;
    });
  }

  return {
    code,
    progress,
    trouble,
    change,
    edit(text) {
      code.value = text;
    },
    save() {
      const draft = code.peek();
      if (draft === saved) return;
      change((present) => withDraft(present, draft));
      saved = draft;
    },
    reset() {
      const draft = code.peek();
      if (draft === starter) return;
      batch(() => {
        code.value = starter;
        change((present) => putAside({ ...present, draft: undefined }, { draft, by: 'reset' }));
        saved = starter;
      });
    },
    takeAside() {
      const { aside } = progress.peek();
      if (aside === undefined) return;
      const present = code.peek();
      batch(() => {
        code.value = aside.draft;
        change((known) =>
          withAsides({ ...known, draft: aside.draft }, [
            ...(known.further ?? []),
            ...(present === starter ? [] : [{ draft: present, by: aside.by }]),
          ]),
        );
        saved = aside.draft;
      });
    },
    dispose: store.watch(id, hear),
  };
}
