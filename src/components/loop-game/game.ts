/**
 * A reader's game on one exercise: where it stands, what was told, how many picks were wrong. Signals in, signals out; it knows no DOM. The island draws it.
 *
 * Keeps true: the game goes on only by the right pick; it is kept as solved when its end is reached, and each game that is played to its end counts as an attempt.
 */
import { batch, computed, signal, type ReadonlySignal } from '@preact/signals';
import type { ExerciseProgress, ProgressStore, Trouble } from '../../course/index.ts';
import { loopGameOf, type Decision, type LoopGame, type Moment, type Playback } from '../../playback/index.ts';
import { refusalOf } from './sentences.ts';

export interface GameParts {
  readonly playback: Playback;
  readonly id: string;
  readonly formerly: readonly string[];
  readonly store: ProgressStore;
  /** Now, as an ISO date. */
  readonly now: () => string;
}

export interface Game {
  readonly decisions: number;
  /** Decisions that are made. */
  readonly made: ReadonlySignal<number>;
  readonly wrong: ReadonlySignal<number>;
  /** What is asked now; undefined when the game is over. */
  readonly asked: ReadonlySignal<Decision | undefined>;
  /** Steps that have happened, the first of them that are new since the last pick. */
  readonly happened: ReadonlySignal<{ readonly last: number; readonly fresh: number }>;
  /** The loop as it stands. */
  readonly moment: ReadonlySignal<Moment>;
  /** What speaks against the last pick, and which it was; undefined when it was right. */
  readonly refused: ReadonlySignal<{ readonly choice: number; readonly why: string } | undefined>;
  readonly progress: ReadonlySignal<ExerciseProgress>;
  readonly trouble: ReadonlySignal<Trouble | undefined>;
  /** Picks one of the choices by its place. */
  readonly pick: (choice: number) => void;
  readonly restart: () => void;
  readonly showHint: (all: number) => void;
  readonly dispose: () => void;
}

/** The place of the first decision at or after `from`, or the end. */
function nextDecision({ beats }: LoopGame, from: number): number {
  const at = beats.findIndex(({ kind }, place) => place >= from && kind === 'decision');
  return at === -1 ? beats.length : at;
}

export function createGame({ playback, id, formerly, store, now }: GameParts): Game {
  const game = loopGameOf(playback);
  const opened = store.read(id, formerly);
  const progress = signal(opened.progress);
  const trouble = signal(opened.trouble);
  const first = nextDecision(game, 0);
  /** Place in the beats: a decision, or their end. */
  const place = signal(first);
  const made = signal(0);
  const wrong = signal(0);
  /** The step that was shown last when the last pick was made. */
  const before = signal(-1);
  const refused = signal<{ choice: number; why: string } | undefined>(undefined);
  const lastShown = computed(() => {
    const shown = game.beats.slice(0, place.value).findLast((beat) => beat.kind === 'shown');
    return shown?.kind === 'shown' ? shown.step : 0;
  });
  const asked = computed(() => {
    const beat = game.beats[place.value];
    return beat?.kind === 'decision' ? beat.decision : undefined;
  });
  const stopWatching = store.watch(id, (reading) => {
    progress.value = reading.progress;
    trouble.value = reading.trouble;
  });

  function change(alter: (present: ExerciseProgress) => ExerciseProgress): void {
    const reading = store.update(id, alter);
    progress.value = reading.progress;
    trouble.value = reading.trouble;
  }

  return {
    decisions: game.decisions,
    made,
    wrong,
    asked,
    refused,
    progress,
    trouble,
    happened: computed(() => ({ last: lastShown.value, fresh: before.value + 1 })),
    moment: computed(() => asked.value?.moment ?? playback.at(lastShown.value)),
    pick(choice) {
      const decision = asked.peek();
      const picked = decision?.choices[choice];
      if (decision === undefined || picked === undefined) return;
      batch(() => {
        if (picked.refusal !== undefined) {
          wrong.value += 1;
          refused.value = { choice, why: refusalOf(playback, decision, picked.choice, picked.refusal) };
          return;
        }
        refused.value = undefined;
        before.value = lastShown.peek();
        made.value += 1;
        place.value = nextDecision(game, place.peek() + 1);
        if (place.peek() === game.beats.length)
          change((present) => ({ ...present, attempts: present.attempts + 1, solvedAt: present.solvedAt ?? now() }));
      });
    },
    restart() {
      batch(() => {
        place.value = first;
        made.value = 0;
        wrong.value = 0;
        before.value = -1;
        refused.value = undefined;
      });
    },
    showHint(all) {
      change((present) => ({ ...present, hintsShown: Math.min(all, present.hintsShown + 1) }));
    },
    dispose: stopWatching,
  };
}
