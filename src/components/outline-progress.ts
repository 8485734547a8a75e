/** Writes the reader's progress into the outline, and keeps it true while the page is open. */
import type { ExerciseProgress } from '../course/index.ts';
import { progressStore } from './machine.ts';
import { words } from './words.ts';

type State = 'solved' | 'begun' | 'untouched';

const stateOf = ({ solvedAt, attempts, draft }: ExerciseProgress): State =>
  solvedAt !== undefined ? 'solved' : attempts > 0 || draft !== undefined ? 'begun' : 'untouched';

/** One exercise's line. Returns how it stands. */
function draw(line: HTMLElement, progress: ExerciseProgress): State {
  const state = stateOf(progress);
  line.dataset['state'] = state;
  const mark = line.querySelector('.mark');
  const text = line.querySelector('.state');
  if (mark !== null) mark.textContent = { solved: '✓', begun: '◐', untouched: '○' }[state];
  if (text !== null) text.textContent = words.home.state[state];
  return state;
}

/** Fills in `root`'s lines, and its sum. Returns what fills them in anew. */
export function showProgress(root: Document): () => void {
  const store = progressStore();
  const lines = [...root.querySelectorAll<HTMLElement>('[data-progress]')];
  const sum = root.querySelector<HTMLElement>('[data-progress-sum]');
  const solved = new Set<string>();
  const refreshers = lines.map((line) => {
    const id = line.dataset['progress'] ?? '';
    const take = (progress: ExerciseProgress): void => {
      if (draw(line, progress) === 'solved') solved.add(id);
      if (sum !== null) sum.textContent = words.home.progress(solved.size, lines.length);
    };
    const refresh = (): void => {
      take(store.read(id, (line.dataset['formerly'] ?? '').split(' ').filter(Boolean)).progress);
    };
    store.watch(id, ({ progress }) => {
      take(progress);
    });
    return refresh;
  });
  const refreshAll = (): void => {
    for (const refresh of refreshers) refresh();
  };
  refreshAll();
  return refreshAll;
}
