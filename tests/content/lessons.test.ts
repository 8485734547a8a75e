/** What every lesson keeps: the notes that it answers are quoted, its links lead somewhere, its listings and exercises exist and are used. */
import { basename, dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { placeOf } from '../../src/course/index.ts';
import { exerciseFolders, lessons, listingFiles, type Lesson } from './read-content.ts';

/** The parts that each lesson has, whatever they are called in it. */
const PARTS = ['What to take along', 'Where TypeScript and Python differ', 'Where to read on'];

const all = lessons();
const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].flatMap(([, found]) => found ?? []);

/** The sections of a body by their headings. */
function sections(body: string): Map<string, string> {
  return new Map(
    body
      .split(/^## /m)
      .slice(1)
      .map((section) => [section.split('\n', 1)[0] ?? '', section.slice(section.indexOf('\n') + 1)]),
  );
}

/** Files that a lesson imports as texts, relative to the repository. */
function imported({ body, path }: Lesson): string[] {
  return matches(body, /^import \w+ from '([^']+)\?raw';$/gm).map((file) => normalize(join(dirname(path), file)));
}

describe.each(all)('the lesson $id', (lesson) => {
  const { body, frontMatter } = lesson;

  test('quotes each note whose claims it answers', () => {
    const quoted = new Set(matches(body, /<FromNote note="(\d{3})">/g));
    expect([...new Set(frontMatter.notes.map((claim) => claim.slice(0, 3)))].filter((note) => !quoted.has(note))).toEqual([]);
  });

  test('shows code that is run: what stands in its text alone is a quotation', () => {
    const ownWords = body.replace(/<FromNote[^>]*>[\s\S]*?<\/FromNote>/g, '');
    expect(matches(ownWords, /^(```.*)$/gm)).toEqual([]);
  });

  test('lets its reader predict a run before it is seen', () => {
    expect(matches(body, /^(<Predict)\b/gm)).not.toEqual([]);
  });

  test('ends with three things to take along, the differences, and where to read on', () => {
    const parts = sections(body);
    expect([...parts.keys()].slice(-3)).toEqual(PARTS);
    expect(matches(parts.get('What to take along') ?? '', /^(\d)\. /gm)).toEqual(['1', '2', '3']);
    expect(matches(parts.get('Where to read on') ?? '', /\]\((https:\/\/docs\.python\.org\/3\/[^)]+)\)/g)).not.toEqual([]);
  });

  test('its links inside the course lead to lessons, and to steps of its own listings', () => {
    const links = matches(body, /\]\((?!https:\/\/)([^)]*)\)/g);
    const known = all.map((each) => `../../${each.id}/`);
    const own = imported(lesson).map((file) => `#step=${basename(file).replace(/\..*$/, '')}`);
    expect(links.filter((link) => !known.includes(link) && !own.includes(link.replace(/\.\d+$/, '')))).toEqual([]);
  });

  test('its listings lie beside it, and each shows Python, output and, if it has one, twin of one name', () => {
    const files = listingFiles();
    expect(imported(lesson).filter((file) => !files.includes(file))).toEqual([]);
    for (const [, listing = ''] of body.matchAll(/<Listing\b([^>]*)\/>/g)) {
      const [python, output, twin] = ['python', 'output', 'typescript'].map(
        (prop) => new RegExp(`\\b${prop}=\\{(\\w+)\\}`).exec(listing)?.[1],
      );
      const [first, second, third] = [python, output, twin].map(
        (name) => new RegExp(`^import ${name ?? '-'} from '([^']+)\\?raw';$`, 'm').exec(body)?.[1],
      );
      const twinFile = join(dirname(lesson.path), first?.replace(/\.py$/, '.ts') ?? '');
      expect([second, third]).toEqual([
        first?.replace(/\.py$/, '.out.txt'),
        files.includes(twinFile) ? first?.replace(/\.py$/, '.ts') : undefined,
      ]);
      if (third !== undefined) expect(listing).toContain(`file="${third.split('/').at(-1) ?? ''}"`);
    }
  });
});

test('every file beside a lesson is shown in one', () => {
  const shown = new Set(all.flatMap(imported));
  expect(listingFiles().filter((file) => !shown.has(file))).toEqual([]);
});

test('every exercise is in exactly one lesson, and every exercise of a lesson exists', () => {
  const used = all.flatMap(({ body }) => matches(body, /<Exercise id="([^"]+)" \/>/g));
  expect(used.sort()).toEqual(
    exerciseFolders()
      .map((folder) => placeOf(folder).id)
      .sort(),
  );
});
