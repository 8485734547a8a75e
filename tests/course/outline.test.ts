/** The outline: order from numbers, exercises from what lessons use, complaints that name the file. */
import { describe, expect, test } from 'vitest';
import { conceptsOf, exercisesUsedIn, neighbours, outline, readingMinutes } from '../../src/course/index.ts';

const lesson = (path: string, body = '') => ({ path, body, title: path, summary: 'About it.', concepts: [] });
const exercise = (id: string) => ({ id, title: id, minutes: 5, concepts: [], formerly: [] });

describe('the outline', () => {
  test('orders chapters and lessons by their numbers, not by their names', () => {
    const course = outline(
      [
        lesson('src/content/10-testing/01-a.mdx'),
        lesson('src/content/04-tasks/10-b.mdx'),
        lesson('src/content/04-tasks/02-z.mdx'),
      ],
      [],
    );
    expect(course.map(({ id, number }) => [id, number])).toEqual([
      ['tasks', 4],
      ['testing', 10],
    ]);
    expect(course[0]?.lessons.map(({ id, number }) => [id, number])).toEqual([
      ['tasks/z', '4.2'],
      ['tasks/b', '4.10'],
    ]);
  });

  test('gives each lesson the exercises that it uses, in the order of its text', () => {
    const body = 'Text <Exercise id="tasks/b" />\n\nmore <Exercise\n  id="tasks/a" />';
    expect(
      outline([lesson('04-tasks/01-x.mdx', body)], [exercise('tasks/a'), exercise('tasks/b')])[0]?.lessons[0]?.exercises.map(
        ({ id }) => id,
      ),
    ).toEqual(['tasks/b', 'tasks/a']);
  });

  test('takes an exercise in a comment or in code for text', () => {
    const fence = '```';
    const body = `{/* <Exercise id="a/comment" /> */}\n\n\`<Exercise id="a/code" />\`\n\n${fence}mdx\n<Exercise id="a/block" />\n${fence}\n\n<Exercise id="a/b" />`;
    expect(exercisesUsedIn(body)).toEqual(['a/b']);
  });

  test('refuses an exercise that does not exist, naming the lesson and what there is', () => {
    expect(() => outline([lesson('04-tasks/01-x.mdx', '<Exercise id="tasks/c" />')], [exercise('tasks/a')])).toThrow(
      "04-tasks/01-x.mdx: uses the exercise 'tasks/c', which does not exist; there are: tasks/a",
    );
  });

  test('refuses an exercise that two lessons use', () => {
    const body = '<Exercise id="tasks/a" />';
    expect(() => outline([lesson('04-tasks/01-x.mdx', body), lesson('04-tasks/02-y.mdx', body)], [exercise('tasks/a')])).toThrow(
      "04-tasks/02-y.mdx: uses the exercise 'tasks/a', which 04-tasks/01-x.mdx uses already",
    );
  });

  test('refuses a chapter without a title, and says where to write one', () => {
    expect(() => outline([lesson('04-nowhere/01-x.mdx')], [])).toThrow(/'nowhere' has no title.*src\/course\/chapters\.json/);
  });

  test('knows what comes before and after, across chapters', () => {
    const course = outline([lesson('03-event-loop/01-a.mdx'), lesson('04-tasks/01-b.mdx'), lesson('04-tasks/02-c.mdx')], []);
    expect(neighbours(course, 'tasks/b')).toMatchObject({ before: { id: 'event-loop/a' }, after: { id: 'tasks/c' } });
    expect(neighbours(course, 'event-loop/a').before).toBeUndefined();
    expect(neighbours(course, 'tasks/c').after).toBeUndefined();
  });
});

test('reading takes a minute for each 200 words, and imports and tags are not read', () => {
  expect(readingMinutes('word '.repeat(400))).toBe(2);
  expect(readingMinutes(`import a from './a.py?raw';\n<Listing title="one two three" />`)).toBe(1);
});

test('exercises are found by their ids, and nothing else is taken for one', () => {
  expect(exercisesUsedIn('<ExerciseList id="no" /> <Exercise id="tasks/a" /> `Exercise id="tasks/b"`')).toEqual(['tasks/a']);
});

test('each concept is listed once, in the order in which the course brings it up', () => {
  const concepts = conceptsOf([
    { id: 'tasks/a', concepts: ['task', 'gather'] },
    { id: 'tasks/b', concepts: ['gather', 'future'] },
  ]);
  expect([...concepts]).toEqual([
    ['task', ['tasks/a']],
    ['gather', ['tasks/a', 'tasks/b']],
    ['future', ['tasks/b']],
  ]);
});
