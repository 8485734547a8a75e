/**
 * What is kept of a reader's work on one exercise, and how an older form of it becomes the present one.
 *
 * Keeps true: whatever this version of the site has written, every later version reads; a form it does not know is refused, never guessed at.
 */
import * as z from 'zod/mini';

z.config({ jitless: true }); // the page's policy forbids making functions from text, and the browser reports every try

/** The version written into every entry. It rises when a present reader would misread a former entry; then `STEPS` gets one more step. */
const PROGRESS_VERSION = 1;

const schema = z.object({
  version: z.literal(PROGRESS_VERSION),
  /** The reader's code; absent while it is the untouched starter. */
  draft: z.optional(z.string()),
  /** A draft that Reset, or another tab, has put aside; the reader can have it back. */
  aside: z.optional(z.object({ draft: z.string(), by: z.enum(['reset', 'other-tab']) })),
  /** How many times Check was pressed and came to a verdict. */
  attempts: z.int().check(z.gte(0)),
  hintsShown: z.int().check(z.gte(0)),
  /** When it was solved first, as an ISO date. */
  solvedAt: z.optional(z.string()),
});

export type ExerciseProgress = Readonly<z.infer<typeof schema>>;

/** A step of migration: takes the entry of one version, gives that of the next. */
type Step = (entry: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** `STEPS[0]` leads from version 1 to 2, and so on: empty as long as there has been one version only. */
const STEPS: readonly Step[] = [];

/** The progress of an exercise that nobody has touched. */
export function freshProgress(): ExerciseProgress {
  return { version: PROGRESS_VERSION, attempts: 0, hintsShown: 0 };
}

/** Takes an entry through the steps that lead from its version to the present one. Throws for a version that is unknown or newer. */
export function migrate(entry: unknown, steps: readonly Step[] = STEPS): Readonly<Record<string, unknown>> {
  if (typeof entry !== 'object' || entry === null) throw new Error('not an object');
  let present = entry as Readonly<Record<string, unknown>>;
  const { version } = present as { version?: unknown };
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) throw new Error('no version');
  if (version > steps.length + 1) throw new NewerVersion(version);
  for (const [index, step] of steps.slice(version - 1).entries()) present = { ...step(present), version: version + index + 1 };
  return present;
}

/** An entry that a newer version of the site has written: it is left alone. */
export class NewerVersion extends Error {
  constructor(version: number) {
    super(`the entry has version ${String(version)}, newer than ${String(PROGRESS_VERSION)}`);
    this.name = 'NewerVersion';
  }
}

/** Reads an entry as it lay in storage. Throws when it is no entry of any version this site knows. */
export function parseProgress(text: string): ExerciseProgress {
  return z.parse(schema, migrate(JSON.parse(text)));
}

/** Two accounts of one exercise made into one: nothing that either says was reached is lost; of two drafts the second's is kept. */
export function mergeProgress(first: ExerciseProgress, second: ExerciseProgress): ExerciseProgress {
  const draft = second.draft ?? first.draft;
  const aside = second.aside ?? first.aside;
  const solved = [first.solvedAt, second.solvedAt].filter((at) => at !== undefined).sort()[0];
  return {
    version: PROGRESS_VERSION,
    ...(draft !== undefined && { draft }),
    ...(aside !== undefined && { aside }),
    attempts: Math.max(first.attempts, second.attempts),
    hintsShown: Math.max(first.hintsShown, second.hintsShown),
    ...(solved !== undefined && { solvedAt: solved }),
  };
}
