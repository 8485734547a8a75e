/**
 * What the front matter of a lesson and of an exercise holds. The schemas describe themselves (`describe`), and a complaint names the file, what came
 * and what was expected. For the build only: the page never loads this file.
 */
import { z } from 'zod';

/** A value as a complaint shows it: JSON, shortened. */
function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const json = JSON.stringify(value);
  return json.length > 80 ? `${json.slice(0, 77)}…` : json;
}

/** The message of one field: what was expected, what came. */
const expected =
  (what: string) =>
  (issue: { readonly code?: string | undefined; readonly input?: unknown; readonly keys?: readonly string[] }): string =>
    issue.code === 'unrecognized_keys'
      ? `unknown field ${(issue.keys ?? []).map((key) => `'${key}'`).join(', ')}; known are ${what}`
      : `expected ${what}, received ${shown(issue.input)}`;

const text = (what: string): z.ZodString =>
  z
    .string({ error: expected(what) })
    .trim()
    .min(1, { error: expected(what) })
    .describe(what);
const idText = z
  .string({ error: expected("an id such as 'tasks/fetch-all'") })
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, { error: expected("an id such as 'tasks/fetch-all'") })
  .describe('an id such as tasks/fetch-all');

const common = {
  title: text('a title of a few words'),
  concepts: z
    .array(text('the name of a concept'), { error: expected('a list of concepts') })
    .min(1, { error: expected('at least one concept') })
    .describe('what it teaches, in the field’s terms, most important first'),
  minutes: z
    .int({ error: expected('whole minutes that it takes') })
    .min(1, { error: expected('at least 1 minute') })
    .max(120, { error: expected('at most 120 minutes') })
    .describe('minutes that it takes a reader who knows what comes before'),
  formerly: z
    .array(idText, { error: expected('a list of former ids') })
    .default([])
    .describe('ids that it had before it was renamed: their progress is kept'),
};

/** What a reader does in an exercise. */
const KINDS = ['code', 'loop'] as const;

export const exerciseSchema = z
  .strictObject(
    {
      ...common,
      kind: z
        .enum(KINDS, { error: expected(KINDS.join(' or ')) })
        .default('code')
        .describe(
          'code: the reader writes a program that hidden tests judge; loop: the reader plays the event loop of a program',
        ),
      hints: z
        .array(text('a hint that says something'), { error: expected('a list of hints') })
        .min(1, { error: expected('at least one hint') })
        .describe('hints, least telling first'),
    },
    { error: expected('title, concepts, minutes, hints, formerly, kind') },
  )
  .describe('front matter of exercise.md');

export const lessonSchema = z
  .strictObject(
    {
      title: common.title,
      summary: text('one sentence that says what the lesson is about').describe('one sentence: what the reader will know'),
      concepts: common.concepts,
      minutes: common.minutes.optional().describe('minutes of reading; counted from the words when absent'),
      notes: z
        .array(z.string({ error: expected("a claim of the notes such as '000-11'") }), { error: expected('a list of claims') })
        .default([])
        .describe('claims of the notes that the lesson answers, as numbered in the errata'),
      formerly: common.formerly,
    },
    { error: expected('title, summary, concepts, minutes, notes, formerly') },
  )
  .describe('front matter of a lesson');

export type ExerciseFrontMatter = z.infer<typeof exerciseSchema>;
export type LessonFrontMatter = z.infer<typeof lessonSchema>;

/** `error` as lines of `file: field: what was expected, what came`. */
function complaints(error: z.ZodError, file: string): string {
  return error.issues
    .map(({ path, message }) => `${file}: ${path.length > 0 ? `${path.map(String).join('.')}: ` : ''}${message}`)
    .join('\n');
}

function parse<Schema extends z.ZodType>(schema: Schema, data: unknown, file: string): z.infer<Schema> {
  const { success, data: value, error } = schema.safeParse(data);
  if (!success) throw new Error(complaints(error, file));
  return value;
}

/** Reads the front matter of an exercise.md. Throws an error whose lines name the file, the field, what came and what was expected. */
export function parseExercise(data: unknown, file: string): ExerciseFrontMatter {
  return parse(exerciseSchema, data, file);
}

/** Reads the front matter of a lesson. Throws an error whose lines name the file, the field, what came and what was expected. */
export function parseLesson(data: unknown, file: string): LessonFrontMatter {
  return parse(lessonSchema, data, file);
}
