/** Progress in a file: saved, read back, refused with its reason, and brought together with what is there; nothing is lost on either side. */
import { describe, expect, test } from 'vitest';
import {
  exportProgress,
  FILE_LIMIT,
  freshProgress,
  parseProgressFile,
  planImport,
  type ExerciseProgress,
  type FileProblem,
  type ProgressFile,
} from '../../src/course/index.ts';
import { words } from '../../src/components/words.ts';

const ID = 'tasks/fetch-all';
const NOW = '2026-03-04T05:06:07.000Z';
const entry = (more: Partial<ExerciseProgress> = {}): ExerciseProgress => ({ ...freshProgress(), ...more });

function read(text: string): ProgressFile {
  const result = parseProgressFile(text);
  if (!result.ok) throw new Error(`refused: ${result.problem.kind}`);
  return result.file;
}

function problemOf(text: string): FileProblem {
  const result = parseProgressFile(text);
  if (result.ok) throw new Error('it was taken');
  return result.problem;
}

/** `theirs` loaded from a file over `ours`. */
function load(theirs: ExerciseProgress, ours?: ExerciseProgress, locked: readonly string[] = []) {
  const entries = new Map(ours === undefined ? [] : [[ID, ours]]);
  const plan = planImport({ exportedAt: NOW, exercises: new Map([[ID, theirs]]) }, { entries, locked });
  return { plan, after: plan.entries.get(ID) ?? ours };
}

/** Every code that an entry holds, in whatever place. */
function codes(progress: ExerciseProgress | undefined): string[] {
  const { draft, aside, further = [] } = progress ?? freshProgress();
  return [draft, aside?.draft, ...further.map((one) => one.draft)].filter((code) => code !== undefined);
}

describe('a saved file', () => {
  const entries = new Map([
    ['tasks/fetch-once', entry({ attempts: 1 })],
    [ID, entry({ draft: 'const π = "ж\u2028";\n', solvedAt: NOW, aside: { draft: 'former', by: 'reset' }, attempts: 7 })],
  ]);

  test('gives back everything that was kept', () => {
    expect(read(exportProgress(entries, NOW))).toEqual({ exportedAt: NOW, exercises: entries });
  });

  test('is the same text for the same progress, in whatever order it was made', () => {
    expect(exportProgress(new Map([...entries].reverse()), NOW)).toBe(exportProgress(entries, NOW));
  });

  test('is read although an editor has put a byte order mark before it', () => {
    expect(read(`\uFEFF${exportProgress(entries, NOW)}`).exercises.size).toBe(2);
  });

  test('with entries of the first version is read, each entry migrated', () => {
    const text = JSON.stringify({
      format: 'loopwise-progress',
      version: 1,
      exportedAt: NOW,
      exercises: { [ID]: { version: 1, draft: 'mine', attempts: 1, hintsShown: 0 } },
    });
    expect(read(text).exercises.get(ID)).toEqual(entry({ draft: 'mine', attempts: 1 }));
  });
});

describe('a bad file is refused, and says why:', () => {
  const file = (more: object): string =>
    JSON.stringify({ format: 'loopwise-progress', version: 1, exportedAt: NOW, exercises: {}, ...more });
  const withEntry = (more: object): string => file({ exercises: { [ID]: { ...freshProgress(), ...more } } });

  test('it is no JSON', () => {
    expect(problemOf('{ "format": ')).toMatchObject({ kind: 'not-json' });
  });

  test.each(['[]', 'null', '"loopwise-progress"', '{}', '{"format":"something else"}'])('it is not ours: %s', (text) => {
    expect(problemOf(text)).toEqual({ kind: 'not-ours' });
  });

  test('it is too large', () => {
    expect(problemOf(' '.repeat(FILE_LIMIT + 1))).toEqual({ kind: 'too-large', limit: FILE_LIMIT });
  });

  test('it, or an entry of it, is of a newer version', () => {
    expect(problemOf(file({ version: 2, exercises: 'otherwise' }))).toEqual({ kind: 'newer', version: 2, known: 1 });
    expect(problemOf(withEntry({ version: 3 }))).toEqual({ kind: 'newer', version: 3, known: 2 });
  });

  test.each<[string, string, string, string, string]>([
    ['a field is missing', file({ exercises: undefined }), 'exercises', 'an object of exercises by their id', 'missing'],
    ['the version is a word', file({ version: 'one' }), 'version', 'a whole number', '"one"'],
    ['attempts are no number', withEntry({ attempts: 'many' }), `exercises["${ID}"].attempts`, 'a whole number', '"many"'],
    ['attempts are negative', withEntry({ attempts: -1 }), `exercises["${ID}"].attempts`, 'at least 0', '-1'],
    ['the code is no text', withEntry({ draft: 42 }), `exercises["${ID}"].draft`, 'text', '42'],
    ['code put aside is no text', withEntry({ further: [{}] }), `exercises["${ID}"].further[0].draft`, 'text', 'missing'],
    [
      'code was put aside by nobody known',
      withEntry({ aside: { draft: '', by: 'magic' } }),
      `exercises["${ID}"].aside.by`,
      '"reset" or "other-tab" or "brought"',
      '"magic"',
    ],
    [
      'an entry is none',
      file({ exercises: { [ID]: null } }),
      `exercises["${ID}"]`,
      'an entry with the version that wrote it',
      'null',
    ],
    [
      'an id is none',
      file({ exercises: { '../secret': {} } }),
      'exercises["../secret"]',
      'the id of an exercise, such as "tasks/fetch-all"',
      '{}',
    ],
  ])('%s', (_, text, at, expected, received) => {
    expect(problemOf(text)).toEqual({ kind: 'field', at, expected, received });
  });

  test('in words that name the place, what came and what was expected', () => {
    const told = words.progressFile.problem(problemOf(withEntry({ attempts: 'many' })));
    expect(told).toContain(`exercises["${ID}"].attempts should be a whole number, and is "many"`);
  });
});

test('a key that would reach an object’s own machinery is no exercise', () => {
  const text = `{"format":"loopwise-progress","version":1,"exportedAt":"","exercises":{"__proto__":{"version":2}}}`;
  expect([...read(text).exercises.keys()]).toEqual([]);
});

describe('loading a file', () => {
  test('where nothing is kept gives exactly what was saved', () => {
    const theirs = entry({ draft: 'mine', aside: { draft: 'former', by: 'reset' }, attempts: 3, hintsShown: 2, solvedAt: NOW });
    const { plan, after } = load(theirs);
    expect(after).toEqual(theirs);
    expect(plan.effects).toEqual([{ id: ID, effects: ['new'] }]);
  });

  test('leaves the code that is there in its place, and puts the file’s aside', () => {
    const { plan, after } = load(entry({ draft: 'theirs' }), entry({ draft: 'ours' }));
    expect(after).toEqual(entry({ draft: 'ours', aside: { draft: 'theirs', by: 'brought' } }));
    expect(plan.effects).toEqual([{ id: ID, effects: ['aside'] }]);
  });

  test('takes the file’s code where the starter is untouched', () => {
    const { plan, after } = load(entry({ draft: 'theirs' }), entry({ attempts: 2 }));
    expect(after).toEqual(entry({ draft: 'theirs', attempts: 2 }));
    expect(plan.effects).toEqual([{ id: ID, effects: ['draft'] }]);
  });

  test('makes solved what either side has solved, since the earlier day', () => {
    const later = '2026-05-01T00:00:00.000Z';
    expect(load(entry({ solvedAt: NOW }), entry()).plan.effects).toEqual([{ id: ID, effects: ['solved'] }]);
    expect(load(entry(), entry({ solvedAt: NOW })).plan).toMatchObject({ effects: [], same: 1 });
    expect(load(entry({ solvedAt: NOW }), entry({ solvedAt: later })).after?.solvedAt).toBe(NOW);
    expect(load(entry({ solvedAt: later }), entry({ solvedAt: NOW })).after?.solvedAt).toBe(NOW);
  });

  test('leaves alone what a newer site has kept', () => {
    const { plan } = load(entry({ draft: 'theirs' }), undefined, [ID]);
    expect(plan.effects).toEqual([{ id: ID, effects: ['locked'] }]);
    expect(plan.entries.size).toBe(0);
  });

  // Every pair of entries with none, one or two of three codes in each place.
  const drafts = [undefined, 'a', 'b', 'c'];
  const all = drafts.flatMap((draft) =>
    drafts.flatMap((first) =>
      drafts.map((second) =>
        entry({
          ...(draft !== undefined && { draft }),
          ...(first !== undefined && { aside: { draft: first, by: 'reset' } }),
          ...(first !== undefined && second !== undefined && { further: [{ draft: second, by: 'brought' }] }),
        }),
      ),
    ),
  );

  test('loses no code, and changes no code that is being worked on, whatever the two sides hold', () => {
    for (const ours of all) {
      for (const theirs of all) {
        const { after } = load(theirs, ours);
        expect(new Set(codes(after))).toEqual(new Set([...codes(ours), ...codes(theirs)]));
        if (ours.draft !== undefined) expect(after?.draft).toBe(ours.draft);
      }
    }
  });

  test('a second time changes nothing more', () => {
    for (const ours of all) {
      for (const theirs of all) {
        const { after } = load(theirs, ours);
        expect(load(theirs, after).plan).toMatchObject({ effects: [], same: 1 });
      }
    }
  });
});
