/** The front matter's schemas: what fits, and what a complaint says. */
import { describe, expect, test } from 'vitest';
import type { ZodType } from 'zod';
import { exerciseSchema, lessonSchema, parseExercise, parseLesson } from '../../src/course/schemas.ts';

const FILE = 'exercises/04-tasks/02-fetch-all/exercise.md';
const exercise = { title: 'Fetch all', concepts: ['gather'], minutes: 8, hints: ['Look at when the second request leaves.'] };
const lesson = { title: 'gather', summary: 'What gather does.', concepts: ['gather'] };

describe('front matter', () => {
  test('of an exercise is read, and former ids default to none', () => {
    expect(parseExercise(exercise, FILE)).toEqual({ ...exercise, kind: 'code', formerly: [] });
  });

  test('of a lesson is read', () => {
    expect(parseLesson(lesson, FILE)).toEqual({ ...lesson, formerly: [], notes: [] });
  });

  test.each([
    [{ ...exercise, title: undefined }, 'title: expected a title of a few words, received nothing'],
    [{ ...exercise, minutes: 'eight' }, 'minutes: expected whole minutes that it takes, received "eight"'],
    [{ ...exercise, minutes: 0 }, 'minutes: expected at least 1 minute, received 0'],
    [{ ...exercise, kind: 'quiz' }, 'kind: expected code or loop, received "quiz"'],
    [{ ...exercise, hints: [] }, 'hints: expected at least one hint, received []'],
    [{ ...exercise, hints: ['  '] }, 'hints.0: expected a hint that says something, received "'],
    [{ ...exercise, concepts: 'gather' }, 'concepts: expected a list of concepts, received "gather"'],
    [{ ...exercise, formerly: ['04-tasks/02-fetch all'] }, "formerly.0: expected an id such as 'tasks/fetch-all', received"],
    [{ ...exercise, hint: ['x'] }, "unknown field 'hint'; known are title, concepts, minutes, hints, formerly, kind"],
    ['nothing at all', 'expected title, concepts, minutes, hints, formerly, kind, received "nothing at all"'],
  ])('that is wrong is told: the file, the field, what was expected, what came (%#)', (data, complaint) => {
    expect(() => parseExercise(data, FILE)).toThrow(`${FILE}: ${complaint}`);
  });

  test('with several faults is told all of them', () => {
    expect(() => parseExercise({ ...exercise, title: 1, minutes: 1.5 }, FILE)).toThrow(/title: .*\n.*minutes: /s);
  });

  test('describes each of its fields', () => {
    for (const schema of [exerciseSchema, lessonSchema]) {
      for (const [name, field] of Object.entries<ZodType>(schema.shape)) expect(field.description, name).toBeTruthy();
    }
  });
});
