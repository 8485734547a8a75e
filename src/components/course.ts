/** The course as the pages show it: read from the collections, put in order. For the build only. */
import { getCollection, type CollectionEntry } from 'astro:content';
import { outline, type Outline } from '../course/index.ts';

export interface Course {
  readonly outline: Outline;
  readonly lessons: ReadonlyMap<string, CollectionEntry<'lessons'>>;
}

export async function readCourse(): Promise<Course> {
  const [lessons, exercises] = await Promise.all([getCollection('lessons'), getCollection('exercises')]);
  const sources = lessons.map(({ filePath = '', body = '', data }) => ({ path: filePath, body, ...data }));
  return {
    outline: outline(
      sources,
      exercises.map(({ id, data }) => ({ id, ...data })),
    ),
    lessons: new Map(lessons.map((lesson) => [lesson.id, lesson])),
  };
}
