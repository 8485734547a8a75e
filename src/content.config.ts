/** Where the lessons and exercises lie, and by which schemas they are read. An entry's id is its place without the numbers. */
import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { claimSchema } from './course/claims.ts';
import { termSchema } from './course/glossary.ts';
import { placeOf } from './course/index.ts';
import { exerciseSchema, lessonSchema } from './course/schemas.ts';

const generateId = ({ entry }: { readonly entry: string }): string => placeOf(entry).id;

export const collections = {
  lessons: defineCollection({
    loader: glob({ base: 'src/content', pattern: '[0-9]*/[0-9]*.mdx', generateId }),
    schema: lessonSchema,
  }),
  exercises: defineCollection({
    loader: glob({ base: 'exercises', pattern: '[0-9]*/[0-9]*/exercise.md', generateId }),
    schema: exerciseSchema,
  }),
  claims: defineCollection({ loader: file('src/content/claims.yaml'), schema: claimSchema }),
  glossary: defineCollection({ loader: file('src/content/glossary.yaml'), schema: termSchema }),
};
