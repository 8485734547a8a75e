/**
 * Saves the reader's progress to a file and loads it from one, on the home page. Loading shows what it would change before anything is changed.
 *
 * Keeps true: a file that cannot be read, or that the reader decides against, changes nothing; whatever happens is said in the live region, and the
 * keyboard is never left on something that has gone.
 */
import {
  exportProgress,
  FILE_LIMIT,
  parseProgressFile,
  planImport,
  type ImportPlan,
  type ProgressFile,
  type ProgressStore,
} from '../course/index.ts';
import { progressStore } from './machine.ts';
import { words } from './words.ts';

const say = words.progressFile;

/** Real milliseconds for which a saved file's address stays good: the browser has read it long before. */
const ADDRESS_FOR = 60_000;

interface Section {
  readonly root: HTMLElement;
  /** An element of it, by its `data-part`. */
  readonly part: (name: string) => HTMLElement;
}

/** Makes the section's buttons work. `changed` is called when a file has been loaded. */
export function offerProgressFile(root: HTMLElement, changed: () => void): void {
  const section: Section = {
    root,
    part(name) {
      const found = root.querySelector<HTMLElement>(`[data-part="${name}"]`);
      if (found === null) throw new Error(`the section lacks its part '${name}'`);
      return found;
    },
  };
  const { part } = section;
  const store = progressStore();
  const tell = (...sentences: readonly string[]): void => {
    part('status').textContent = sentences.join(' ');
  };
  const input = part('file') as HTMLInputElement;
  /** What was chosen and not yet decided on. */
  let chosen: ProgressFile | undefined;

  const conclude = (sentence: string): void => {
    chosen = undefined;
    part('preview').hidden = true;
    part('choose').focus();
    tell(sentence);
  };

  part('save').addEventListener('click', () => {
    tell(...save(store));
  });
  part('choose').addEventListener('click', () => {
    input.click();
  });
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file === undefined) return;
    void readFile(file).then((read) => {
      input.value = ''; // the same file can be chosen again
      part('preview').hidden = true;
      chosen = undefined;
      if (typeof read === 'string') {
        tell(say.refused(file.name, read));
        return;
      }
      const plan = planImport(read, store.readAll());
      if (plan.effects.length === 0) {
        tell(say.nothingToDo);
        return;
      }
      chosen = read;
      tell();
      preview(section, file.name, plan);
    });
  });
  part('cancel').addEventListener('click', () => {
    conclude(say.cancelled);
  });
  part('apply').addEventListener('click', () => {
    if (chosen === undefined) return;
    const { entries } = planImport(chosen, store.readAll()); // another tab may have gone on meanwhile
    const trouble = store.writeAll(entries);
    conclude(trouble === undefined ? say.applied(entries.size) : trouble.kind === 'closed' ? say.closed : say.full);
    changed();
  });
  root.hidden = false; // without scripts there is nothing to save
}

/** Hands the reader a file with everything that is kept. @returns what to say of it */
function save(store: ProgressStore): string[] {
  const { entries, locked } = store.readAll();
  const leftOut = locked.length === 0 ? [] : [say.leftOut(locked)];
  if (entries.size === 0) return [say.nothing, ...leftOut];
  const now = new Date().toISOString();
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([exportProgress(entries, now)], { type: 'application/json' }));
  link.download = `loopwise-progress-${now.slice(0, 10)}.json`;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, ADDRESS_FOR);
  return [say.saved(link.download, entries.size), ...leftOut];
}

/** What a file holds, or why it could not be taken. */
async function readFile(file: File): Promise<ProgressFile | string> {
  if (file.size > FILE_LIMIT) return say.problem({ kind: 'too-large', limit: FILE_LIMIT });
  try {
    const read = parseProgressFile(await file.text());
    return read.ok ? read.file : say.problem(read.problem);
  } catch {
    return say.unreadable;
  }
}

/** Shows what a file would change, and takes the reader there. */
function preview({ root, part }: Section, name: string, plan: ImportPlan): void {
  part('preview-title').textContent = say.summary(name);
  const titles = new Map(
    [...root.ownerDocument.querySelectorAll<HTMLElement>('[data-progress]')].map((line) => [
      line.dataset['progress'],
      line.querySelector('a')?.textContent,
    ]),
  );
  const known = new Set(
    [...root.ownerDocument.querySelectorAll<HTMLElement>('[data-progress]')].flatMap((line) => [
      line.dataset['progress'],
      ...(line.dataset['formerly'] ?? '').split(' '),
    ]),
  );
  const lines = plan.effects.map(({ id, effects }) => {
    const item = document.createElement('li');
    const what = effects.map((effect) => say.change[effect]);
    item.textContent = `${titles.get(id) ?? id}: ${[...what, ...(known.has(id) ? [] : [say.unknown])].join('; ')}.`;
    return item;
  });
  part('list').replaceChildren(...lines);
  const same = part('same');
  same.hidden = plan.same === 0;
  same.textContent = say.same(plan.same);
  part('preview').hidden = false;
  part('preview-title').focus();
}
