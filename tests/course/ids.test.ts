/** Places in the course: a path gives an id without numbers, and an order that is in the numbers alone. */
import { describe, expect, test } from 'vitest';
import { placeOf } from '../../src/course/index.ts';

describe('a place in the course', () => {
  test('is the path without its numbers', () => {
    expect(placeOf('exercises/04-tasks/02-fetch-all')).toEqual({ id: 'tasks/fetch-all', chapter: 'tasks', order: [4, 2] });
    expect(placeOf('src/content/03-event-loop/03-asyncio-sleep-vs-time-sleep.mdx').id).toBe(
      'event-loop/asyncio-sleep-vs-time-sleep',
    );
  });

  test('is the same for the folder and for any file in it', () => {
    expect(placeOf('04-tasks/02-fetch-all/exercise.md')).toEqual(placeOf('exercises/04-tasks/02-fetch-all'));
  });

  test('keeps its id when it is renumbered', () => {
    expect(placeOf('exercises/11-tasks/07-fetch-all').id).toBe(placeOf('exercises/04-tasks/02-fetch-all').id);
  });

  test.each(['exercises/tasks/fetch-all', 'exercises/04-tasks', ''])(
    'is refused for %j, and the complaint shows what is expected',
    (path) => {
      expect(() => placeOf(path)).toThrow(/expected NN-chapter\/NN-name/);
    },
  );

  test.each(['exercises/04-Tasks/02-fetch-all', 'exercises/04-tasks/02_fetch', 'exercises/4-tasks/02-fetch-all'])(
    'is refused for %j, and the complaint names the path',
    (path) => {
      expect(() => placeOf(path)).toThrow(`${path}: `);
    },
  );
});
