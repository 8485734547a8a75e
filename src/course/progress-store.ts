/**
 * The reader's progress in the browser's storage: one key an exercise, so that two tabs on two exercises never meet, and read anew before each write,
 * so that two tabs on one exercise lose nothing that either has reached.
 *
 * Keeps true: nothing is thrown away. What cannot be read is put aside under another key; what a newer site has written is left alone; a storage that
 * is full or closed is told, and the session goes on from memory.
 */
import { freshProgress, mergeProgress, NewerVersion, parseProgress, type ExerciseProgress } from './progress-entry.ts';

/** What is needed of `localStorage`. */
export type StorageLike = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/**
 * Why progress is not what the reader expects. `set-aside`: the entry was unreadable and lies under `key` now. `newer`: a newer site wrote it.
 * `full`: the last change is not stored. `closed`: the browser gives no storage.
 */
export type Trouble = { readonly kind: 'set-aside'; readonly key: string } | { readonly kind: 'newer' | 'full' | 'closed' };

export interface Reading {
  readonly progress: ExerciseProgress;
  readonly trouble?: Trouble;
}

export interface ProgressStore {
  /** What is kept of an exercise. `formerly` are ids that it had before: what lies under them is taken over. */
  read(id: string, formerly?: readonly string[]): Reading;
  /** Reads anew, changes, writes. */
  update(id: string, change: (present: ExerciseProgress) => ExerciseProgress): Reading;
  /** Everything that is kept, by id, whether or not the course has such an exercise; `locked` are the ids under which lies what is not to be overwritten. */
  readAll(): { readonly entries: ReadonlyMap<string, ExerciseProgress>; readonly locked: readonly string[] };
  /** Writes several entries, all of them or none: tells the trouble when none was written. */
  writeAll(entries: ReadonlyMap<string, ExerciseProgress>): Trouble | undefined;
  /** Calls `listener` when another tab has changed an exercise. Returns what ends that. */
  watch(id: string, listener: (reading: Reading) => void): () => void;
}

/** What a store keeps: the reader's work on exercises, or on listings. Ids of both may be the same; keys never are. */
const PREFIXES = {
  exercise: { kept: 'loopwise:exercise:', aside: 'loopwise:set-aside:' },
  listing: { kept: 'loopwise:listing:', aside: 'loopwise:set-aside:listing:' },
} as const;

/** Where tabs hear of one another: the window, or a stand-in. */
type Events = Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;

interface Options {
  readonly of?: keyof typeof PREFIXES;
  /** Undefined when the browser gives none. */
  readonly storage: StorageLike | undefined;
  readonly events?: Events;
  /** Names what is put aside, so that a second time does not overwrite the first. */
  readonly stamp: () => string;
}

/** Makes the store of one page. */
export function createProgressStore({ of = 'exercise', storage, events, stamp }: Options): ProgressStore {
  const { kept, aside } = PREFIXES[of];
  /** What could not be stored, and is kept for as long as the page is open. */
  const memory = new Map<string, ExerciseProgress>();

  function put(id: string, progress: ExerciseProgress): Reading {
    try {
      storage?.setItem(kept + id, JSON.stringify(progress));
      if (storage !== undefined) {
        memory.delete(id);
        return { progress };
      }
    } catch {
      memory.set(id, progress);
      return { progress, trouble: { kind: 'full' } };
    }
    memory.set(id, progress);
    return { progress, trouble: { kind: 'closed' } };
  }

  /** Moves an unreadable entry out of the way. Removes it only once it is safe elsewhere. */
  function setAside(id: string, text: string): Trouble {
    const key = `${aside}${id}:${stamp()}`;
    try {
      storage?.setItem(key, text);
      storage?.removeItem(kept + id);
      return { kind: 'set-aside', key };
    } catch {
      return { kind: 'full' };
    }
  }

  function stored(id: string): { readonly progress?: ExerciseProgress; readonly trouble?: Trouble } {
    let text: string | null | undefined;
    try {
      text = storage?.getItem(kept + id);
    } catch {
      return { trouble: { kind: 'closed' } };
    }
    if (text === null || text === undefined) return storage === undefined ? { trouble: { kind: 'closed' } } : {};
    try {
      return { progress: parseProgress(text) };
    } catch (error) {
      return { trouble: error instanceof NewerVersion ? { kind: 'newer' } : setAside(id, text) };
    }
  }

  /** What is in memory because it could not be stored is newer than what is stored. */
  function present(id: string): Reading {
    const { progress, trouble } = stored(id);
    return { progress: memory.get(id) ?? progress ?? freshProgress(), ...(trouble && { trouble }) };
  }

  return {
    read(id, formerly = []) {
      let reading = present(id);
      for (const old of formerly) {
        const { progress } = stored(old);
        if (progress === undefined) continue;
        reading = { ...reading, ...put(id, mergeProgress(progress, reading.progress)) };
        if (reading.trouble === undefined) storage?.removeItem(kept + old);
      }
      return reading;
    },

    update(id, change) {
      const { progress, trouble } = present(id);
      const changed = change(progress);
      if (trouble?.kind === 'newer' || trouble?.kind === 'full') {
        // What lies there is not ours to overwrite, or could not be put aside.
        memory.set(id, changed);
        return { progress: changed, trouble };
      }
      const written = put(id, changed);
      return { ...(trouble && { trouble }), ...written };
    },

    readAll() {
      const ids = new Set(memory.keys());
      try {
        for (let index = 0; index < (storage?.length ?? 0); index += 1) {
          const key = storage?.key(index);
          if (key?.startsWith(kept) === true) ids.add(key.slice(kept.length));
        }
      } catch {
        // Closed: what is in memory is all there is.
      }
      const entries = new Map<string, ExerciseProgress>();
      const locked: string[] = [];
      for (const id of ids) {
        const { progress, trouble } = present(id);
        if (memory.has(id) || trouble === undefined) entries.set(id, progress);
        if (trouble?.kind === 'newer' || trouble?.kind === 'full') locked.push(id);
      }
      return { entries, locked };
    },

    writeAll(entries) {
      if (storage === undefined) return { kind: 'closed' };
      const before = new Map<string, string | null>();
      try {
        for (const id of entries.keys()) before.set(id, storage.getItem(kept + id));
      } catch {
        return { kind: 'closed' };
      }
      try {
        for (const [id, progress] of entries) storage.setItem(kept + id, JSON.stringify(progress));
      } catch {
        // What was longer a moment ago is made room for first, so that everything that was there fits again.
        for (const id of entries.keys()) storage.removeItem(kept + id);
        for (const [id, text] of before) if (text !== null) storage.setItem(kept + id, text);
        return { kind: 'full' };
      }
      for (const id of entries.keys()) memory.delete(id);
      return undefined;
    },

    watch(id, listener) {
      const hear = (event: Event): void => {
        if ((event as StorageEvent).key === kept + id) listener(present(id));
      };
      events?.addEventListener('storage', hear);
      return () => {
        events?.removeEventListener('storage', hear);
      };
    },
  };
}
