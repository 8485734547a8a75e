/** The terms of the course and what they mean: the schema of src/content/glossary.yaml. For the build and the tests. */
import { z } from 'zod';

export const termSchema = z
  .strictObject({
    id: z.string().min(1).describe('the term, as the lessons’ concepts name it'),
    means: z.string().min(1).describe('one or two sentences, in Markdown'),
    also: z.array(z.string().min(1)).default([]).describe('other words for it that one meets'),
  })
  .describe('one term');
