/** A reader's progress: kept, migrated, merged, put aside; never thrown away. */
import { describe, expect, test } from 'vitest';
import {
  createProgressStore,
  freshProgress,
  migrate,
  parseProgress,
  type ExerciseProgress,
  type Reading,
} from '../../src/course/index.ts';
import { MemoryStorage, storageEvent } from './browser-storage.ts';

const ID = 'tasks/fetch-all';
const KEY = `loopwise:exercise:${ID}`;
const stamp = (): string => '2026-01-02';
const open = (storage: MemoryStorage | undefined, events = new EventTarget()) => createProgressStore({ storage, events, stamp });
const draft = (text: string) => (present: ExerciseProgress) => ({ ...present, draft: text });

describe('progress', () => {
  test('begins fresh, and says nothing of trouble', () => {
    expect(open(new MemoryStorage()).read(ID)).toEqual({ progress: freshProgress() });
  });

  test('is there again when the page is opened again', () => {
    const storage = new MemoryStorage();
    open(storage).update(ID, draft('mine'));
    expect(open(storage).read(ID).progress.draft).toBe('mine');
  });

  test('of one exercise is no other exercise’s', () => {
    const storage = new MemoryStorage();
    const store = open(storage);
    store.update(ID, draft('mine'));
    store.update('tasks/other', draft('other'));
    expect(store.read(ID).progress.draft).toBe('mine');
    expect([...storage.entries.keys()]).toEqual([KEY, 'loopwise:exercise:tasks/other']);
  });

  test('is changed on top of what another tab has written meanwhile', () => {
    const storage = new MemoryStorage();
    const [here, there] = [open(storage), open(storage)];
    here.read(ID);
    there.update(ID, (present) => ({ ...present, solvedAt: '2026-01-01' }));
    expect(here.update(ID, draft('mine')).progress).toMatchObject({ draft: 'mine', solvedAt: '2026-01-01' });
  });

  test('written by another tab is heard of, for this exercise only, until one stops listening', () => {
    const storage = new MemoryStorage();
    const events = new EventTarget();
    const heard: Reading[] = [];
    const stop = open(storage, events).watch(ID, (reading) => heard.push(reading));
    open(storage).update(ID, draft('theirs'));
    events.dispatchEvent(storageEvent('loopwise:exercise:tasks/other'));
    events.dispatchEvent(storageEvent(KEY));
    stop();
    events.dispatchEvent(storageEvent(KEY));
    expect(heard.map(({ progress }) => progress.draft)).toEqual(['theirs']);
  });
});

describe('a renamed exercise', () => {
  test('keeps its progress, which moves to the new id', () => {
    const storage = new MemoryStorage();
    open(storage).update('tasks/old', draft('mine'));
    expect(open(storage).read(ID, ['tasks/older', 'tasks/old']).progress.draft).toBe('mine');
    expect([...storage.entries.keys()]).toEqual([KEY]);
  });

  test('loses nothing when both ids hold something: solved stays solved, the new draft counts, the old one is put aside', () => {
    const storage = new MemoryStorage();
    open(storage).update('tasks/old', (present) => ({ ...present, draft: 'old', attempts: 4, solvedAt: '2026-01-01' }));
    open(storage).update(ID, (present) => ({ ...present, draft: 'new', attempts: 1, hintsShown: 2 }));
    expect(open(storage).read(ID, ['tasks/old']).progress).toEqual({
      version: 2,
      draft: 'new',
      aside: { draft: 'old', by: 'brought' },
      attempts: 4,
      hintsShown: 2,
      solvedAt: '2026-01-01',
    });
  });

  test('keeps the old entry as long as the new one cannot be stored', () => {
    const storage = new MemoryStorage();
    open(storage).update('tasks/old', draft('mine'));
    storage.room = 1;
    const { progress, trouble } = open(storage).read(ID, ['tasks/old']);
    expect(progress.draft).toBe('mine');
    expect(trouble).toEqual({ kind: 'full' });
    expect([...storage.entries.keys()]).toEqual(['loopwise:exercise:tasks/old']);
  });
});

describe('what cannot be read', () => {
  test.each(['{ not json', '"text"', '{"version":1,"attempts":"many","hintsShown":0}', '{"attempts":1}'])(
    'is put aside and told, not thrown away: %s',
    (text) => {
      const storage = new MemoryStorage();
      storage.setItem(KEY, text);
      const key = `loopwise:set-aside:${ID}:2026-01-02`;
      expect(open(storage).read(ID)).toEqual({ progress: freshProgress(), trouble: { kind: 'set-aside', key } });
      expect([...storage.entries]).toEqual([[key, text]]);
    },
  );

  test('is not overwritten when there is no room to put it aside', () => {
    const storage = new MemoryStorage();
    storage.setItem(KEY, '{ not json');
    storage.room = 1;
    const { progress, trouble } = open(storage).update(ID, draft('mine'));
    expect(progress.draft).toBe('mine');
    expect(trouble).toEqual({ kind: 'full' });
    expect(storage.getItem(KEY)).toBe('{ not json');
  });

  test('because a newer site wrote it is left alone, and told', () => {
    const storage = new MemoryStorage();
    const newer = '{"version":3,"drafts":{"main.ts":"mine"}}';
    storage.setItem(KEY, newer);
    const store = open(storage);
    expect(store.read(ID).trouble).toEqual({ kind: 'newer' });
    expect(store.update(ID, draft('mine'))).toMatchObject({ progress: { draft: 'mine' }, trouble: { kind: 'newer' } });
    expect(store.read(ID).progress.draft).toBe('mine');
    expect(storage.getItem(KEY)).toBe(newer);
  });
});

describe('a storage that does not store', () => {
  test('because it is full is told, and the page goes on from memory', () => {
    const storage = new MemoryStorage();
    storage.room = 0;
    const store = open(storage);
    expect(store.update(ID, draft('mine')).trouble).toEqual({ kind: 'full' });
    expect(store.read(ID).progress.draft).toBe('mine');
    storage.room = 1;
    expect(store.update(ID, draft('mine, later')).trouble).toBeUndefined();
    expect(open(storage).read(ID).progress.draft).toBe('mine, later');
  });

  test('because the browser gives none is told, and the page goes on from memory', () => {
    const store = open(undefined);
    expect(store.update(ID, draft('mine')).trouble).toEqual({ kind: 'closed' });
    expect(store.read(ID)).toMatchObject({ progress: { draft: 'mine' }, trouble: { kind: 'closed' } });
  });
});

describe('migration', () => {
  const steps = [
    ({ code, ...rest }: Readonly<Record<string, unknown>>) => ({ ...rest, draft: code }),
    (entry: Readonly<Record<string, unknown>>) => ({ ...entry, hintsShown: 0 }),
  ];

  test('takes an entry of any former version through every step up to the present', () => {
    expect(migrate({ version: 1, code: 'mine' }, steps)).toEqual({ version: 3, draft: 'mine', hintsShown: 0 });
    expect(migrate({ version: 2, draft: 'mine' }, steps)).toEqual({ version: 3, draft: 'mine', hintsShown: 0 });
    expect(migrate({ version: 3, draft: 'mine' }, steps)).toEqual({ version: 3, draft: 'mine' });
  });

  test('refuses what has no version, and what is newer than the page', () => {
    expect(() => migrate({ draft: 'mine' }, steps)).toThrow('no version');
    expect(() => migrate({ version: 4 }, steps)).toThrow(/version 4, newer/);
  });

  test('of an entry of today changes nothing', () => {
    const entry = {
      version: 2,
      attempts: 2,
      hintsShown: 1,
      draft: 'mine',
      aside: { draft: 'theirs', by: 'other-tab' },
      further: [{ draft: 'brought', by: 'brought' }],
      solvedAt: '2026-01-01',
    };
    expect(parseProgress(JSON.stringify(entry))).toEqual(entry);
  });

  test('reads what the first version of the site has written', () => {
    const first = { version: 1, draft: 'mine', aside: { draft: 'former', by: 'reset' }, attempts: 3, hintsShown: 1 };
    expect(parseProgress(JSON.stringify(first))).toEqual({ ...first, version: 2 });
  });
});

describe('all that is kept', () => {
  test('is read whole, whether or not the course has the exercise; other things in the storage are none of it', () => {
    const storage = new MemoryStorage();
    storage.setItem('loopwise:theme', 'dark');
    open(storage).update(ID, draft('mine'));
    open(storage).update('tasks/gone', draft('kept'));
    storage.setItem('loopwise:exercise:tasks/newer', '{"version":3}');
    const { entries, locked } = open(storage).readAll();
    expect([...entries].map(([id, progress]) => [id, progress.draft])).toEqual([
      [ID, 'mine'],
      ['tasks/gone', 'kept'],
    ]);
    expect(locked).toEqual(['tasks/newer']);
  });

  test('is written all or not at all', () => {
    const storage = new MemoryStorage();
    const store = open(storage);
    store.update(ID, draft('mine'));
    const before = [...storage.entries];
    const changes = new Map([
      [ID, { ...freshProgress(), draft: 'changed' }],
      ['tasks/other', { ...freshProgress(), draft: 'new' }],
    ]);
    storage.setItem('in the way', '');
    storage.limit = 2;
    expect(store.writeAll(changes)).toEqual({ kind: 'full' });
    storage.removeItem('in the way');
    expect([...storage.entries]).toEqual(before);
    expect(store.writeAll(changes)).toBeUndefined();
    expect([store.read(ID).progress.draft, store.read('tasks/other').progress.draft]).toEqual(['changed', 'new']);
  });

  test('cannot be written where the browser gives no storage', () => {
    expect(open(undefined).writeAll(new Map([[ID, freshProgress()]]))).toEqual({ kind: 'closed' });
  });
});
