/**
 * What is kept of a reader's work on one exercise, and how an older form of it becomes the present one.
 *
 * Keeps true: whatever this version of the site has written, every later version reads; a form it does not know is refused, never guessed at.
 */
import * as z from 'zod/mini';

z.config({ jitless: true }); // the page's policy forbids making functions from text, and the browser reports every try

/**
 * The version written into every entry. It rises when a present reader would misread a former entry, or a former reader a present one; then `STEPS` gets
 * one more step.
 */
const PROGRESS_VERSION = 2;

/** Code that was put aside, and why: Reset, another tab's, or brought along (from a file, or from an id that the exercise had before). */
const aside = z.object({ draft: z.string(), by: z.enum(['reset', 'other-tab', 'brought']) });

export type Aside = Readonly<z.infer<typeof aside>>;

const schema = z.object({
  version: z.literal(PROGRESS_VERSION),
  /** The reader's code; absent while it is the untouched starter. */
  draft: z.optional(z.string()),
  /** A draft that was put aside; the reader can have it back. */
  aside: z.optional(aside),
  /** More of them, which come one after the other as the reader asks for what was put aside. */
  further: z.optional(z.array(aside)),
  /** How many times Check was pressed and came to a verdict. */
  attempts: z.int().check(z.gte(0)),
  hintsShown: z.int().check(z.gte(0)),
  /** When it was solved first, as an ISO date. */
  solvedAt: z.optional(z.string()),
});

export type ExerciseProgress = Readonly<z.infer<typeof schema>>;

/** A step of migration: takes the entry of one version, gives that of the next. */
type Step = (entry: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** `STEPS[0]` leads from version 1 to 2, and so on. */
const STEPS: readonly Step[] = [
  (entry) => ({ ...entry }), // `further` and the reason 'brought' are new; what there was means what it meant
];

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
  /** The entry's. */
  readonly version: number;
  /** The newest that this site reads. */
  readonly known = PROGRESS_VERSION;

  constructor(version: number) {
    super(`the entry has version ${String(version)}, newer than ${String(PROGRESS_VERSION)}`);
    this.name = 'NewerVersion';
    this.version = version;
  }
}

/** Reads an entry as it lay in storage. Throws when it is no entry of any version this site knows. */
export function parseProgress(text: string): ExerciseProgress {
  return readProgress(JSON.parse(text));
}

/** Reads an entry that was JSON. Throws `NewerVersion`, zod's error, or one that says why it is no entry. */
export function readProgress(entry: unknown): ExerciseProgress {
  return z.parse(schema, migrate(entry));
}

/** `present` with `one` put aside. What was brought along is pushed back by that, never out. */
export function putAside(present: ExerciseProgress, one: Aside): ExerciseProgress {
  const { aside: former, further = [] } = present;
  return withAsides(present, [one, ...(former?.by === 'brought' ? [former] : []), ...further]);
}

/** `present` with what was put aside, each code once, and none that is the draft itself. */
export function withAsides(present: ExerciseProgress, asides: readonly Aside[]): ExerciseProgress {
  const seen = new Set([present.draft]);
  const [first, ...rest] = asides.filter(({ draft }) => !seen.has(draft) && seen.add(draft));
  return { ...present, aside: first, further: rest.length > 0 ? rest : undefined };
}

/**
 * Two accounts of one exercise made into one: nothing that either says was reached is lost, and no code is. Of two drafts the second's stays the draft, the
 * other is put aside. Merging the same once more changes nothing.
 */
export function mergeProgress(first: ExerciseProgress, second: ExerciseProgress): ExerciseProgress {
  const draft = second.draft ?? first.draft;
  const solved = [first.solvedAt, second.solvedAt].filter((at) => at !== undefined).sort()[0];
  const merged: ExerciseProgress = {
    version: PROGRESS_VERSION,
    ...(draft !== undefined && { draft }),
    attempts: Math.max(first.attempts, second.attempts),
    hintsShown: Math.max(first.hintsShown, second.hintsShown),
    ...(solved !== undefined && { solvedAt: solved }),
  };
  return withAsides(merged, [
    ...asidesOf(second),
    ...(first.draft === undefined ? [] : [{ draft: first.draft, by: 'brought' } as const]),
    ...asidesOf(first),
  ]);
}

const asidesOf = ({ aside: first, further = [] }: ExerciseProgress): readonly Aside[] =>
  first === undefined ? further : [first, ...further];
