/** The pages to look things up: every claim of the notes is answered by a lesson, every concept of the course is in the glossary. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { claimSchema, type Claim } from '../../src/course/claims.ts';
import { termSchema } from '../../src/course/glossary.ts';
import { conceptsOf, placeOf } from '../../src/course/index.ts';
import { lessons, listings, type Lesson } from './read-content.ts';

const read = (name: string): unknown => parse(readFileSync(new URL(`../../src/content/${name}`, import.meta.url), 'utf8'));
const claims = claimSchema.array().parse(read('claims.yaml'));
const terms = termSchema.array().parse(read('glossary.yaml'));
const all = lessons();
const numberOf = ({ path }: Lesson): string => placeOf(path).order.join('.');
const byNumber = new Map(all.map((lesson) => [numberOf(lesson), lesson]));

/** Claims by note, as the errata count them. */
const CLAIMS: Readonly<Record<string, number>> = { '000': 19, '001': 26, '002': 15, '003': 24, '004': 28 };

describe('the claims of the notes', () => {
  test('are all there, each once, in order', () => {
    const expected = Object.entries(CLAIMS).flatMap(([note, count]) =>
      Array.from({ length: count }, (_, index) => `${note}-${index + 1}`),
    );
    expect(claims.map(({ id }) => id)).toEqual(expected);
  });

  test('that are not simply right say what is true', () => {
    const silent = claims.filter(
      ({ verdict, truth }) => ['imprecise', 'wrong', 'dated'].includes(verdict) && truth === undefined,
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  test('are answered by a lesson, wherever the course has come to their place', () => {
    const unanswered = claims.filter(({ id, lessons: places }: Claim) => {
      const there = places.flatMap((place) => byNumber.get(place) ?? []);
      return there.length > 0 && !there.some(({ frontMatter }) => frontMatter.notes.includes(id));
    });
    expect(unanswered.map(({ id, lessons: places }) => `${id} (${places.join(', ')})`)).toEqual([]);
  });

  test('that a lesson says it answers are placed in it', () => {
    const placed = new Map(claims.map(({ id, lessons: places }) => [id, places]));
    const strange = all.flatMap((lesson) =>
      lesson.frontMatter.notes
        .filter((id) => placed.get(id)?.includes(numberOf(lesson)) !== true)
        .map((id) => `${id} in ${numberOf(lesson)}`),
    );
    expect(strange).toEqual([]);
  });
});

test('every program of the notes stands in a lesson, word for word, where the course has come to it', () => {
  const known = listings().map(({ file }) => readFileSync(file, 'utf8'));
  /** Its lesson is one of a chapter to come. */
  const toCome = ['002_s1'];
  const missing = globSync('src/notes/*_verbatim/program.py').filter((file) => {
    const program = readFileSync(file, 'utf8').trim();
    return !known.some((listing) => listing.includes(program));
  });
  expect(missing.map((file) => /\d{3}_s\d/.exec(file)?.[0])).toEqual(toCome);
});

describe('the glossary', () => {
  const named = conceptsOf(all.map(({ id, frontMatter }) => ({ id, concepts: frontMatter.concepts })));

  test('has every concept that a lesson names, and no other', () => {
    expect(terms.map(({ id }) => id).sort()).toEqual([...named.keys()].sort());
  });

  test('has each term once', () => {
    expect(new Set(terms.map(({ id }) => id)).size).toBe(terms.length);
  });
});
