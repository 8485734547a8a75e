/**
 * The file in which a reader takes progress along, code included: what it looks like, how it is read, and what loading it would change. Pure; the page
 * brings the storage, `npm run grade` the files that were handed in.
 *
 * Keeps true: a file is taken whole or not at all; whatever was saved once can be loaded by every later version; loading loses nothing on either side, and
 * loading the same file again changes nothing.
 */
import * as z from 'zod/mini';
import { mergeProgress, NewerVersion, readProgress, type ExerciseProgress } from './progress-entry.ts';

z.config({ jitless: true }); // the page's policy forbids making functions from text, and the browser reports every try

const FORMAT = 'loopwise-progress';
/** The version of the file. Each entry in it has a version of its own, and is migrated by it. */
const FILE_VERSION = 1;
/** Characters that a file may have: more than any browser's storage holds. */
export const FILE_LIMIT = 20_000_000;

const envelope = z.object({
  format: z.literal(FORMAT),
  version: z.int().check(z.gte(1)),
  exportedAt: z.string(),
  exercises: z.record(z.string().check(z.regex(/^[a-z0-9-]+\/[a-z0-9-]+$/)), z.unknown()),
});

export interface ProgressFile {
  /** When it was saved, as an ISO date. */
  readonly exportedAt: string;
  /** By the exercise's id, in the order of the ids. */
  readonly exercises: ReadonlyMap<string, ExerciseProgress>;
}

/** Why a file is none. `at` is the place in it, such as `exercises["tasks/fetch-all"].attempts`. */
export type FileProblem =
  | { readonly kind: 'not-json'; readonly why: string }
  | { readonly kind: 'not-ours' }
  | { readonly kind: 'too-large'; readonly limit: number }
  | { readonly kind: 'newer'; readonly version: number; readonly known: number }
  | { readonly kind: 'field'; readonly at: string; readonly expected: string; readonly received: string };

/** The text of a file with these entries, the same for the same entries. */
export function exportProgress(entries: ReadonlyMap<string, ExerciseProgress>, exportedAt: string): string {
  const exercises = Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ format: FORMAT, version: FILE_VERSION, exportedAt, exercises }, null, 2)}\n`;
}

/** Reads a file's text. Never throws: what is wrong with it is told. */
export function parseProgressFile(
  text: string,
): { readonly ok: true; readonly file: ProgressFile } | { readonly ok: false; readonly problem: FileProblem } {
  const refuse = (problem: FileProblem): { ok: false; problem: FileProblem } => ({ ok: false, problem });
  if (text.length > FILE_LIMIT) return refuse({ kind: 'too-large', limit: FILE_LIMIT });
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return refuse({ kind: 'not-json', why: error instanceof Error ? error.message : String(error) });
  }
  if (typeof data !== 'object' || data === null || !('format' in data) || data.format !== FORMAT)
    return refuse({ kind: 'not-ours' });
  const newer = (version: number, known: number): FileProblem => ({ kind: 'newer', version, known });
  if ('version' in data && typeof data.version === 'number' && data.version > FILE_VERSION)
    return refuse(newer(data.version, FILE_VERSION));
  const read = envelope.safeParse(data);
  if (!read.success) return refuse(fieldProblem(read.error.issues[0], data, []));
  const exercises = new Map<string, ExerciseProgress>();
  for (const [id, entry] of Object.entries(read.data.exercises).sort(([a], [b]) => (a < b ? -1 : 1))) {
    try {
      exercises.set(id, readProgress(entry));
    } catch (error) {
      if (error instanceof NewerVersion) return refuse(newer(error.version, error.known));
      const issue = error instanceof z.core.$ZodError ? error.issues[0] : undefined;
      return refuse(fieldProblem(issue, entry, ['exercises', id]));
    }
  }
  return { ok: true, file: { exportedAt: read.data.exportedAt, exercises } };
}

/** What is expected where zod's issue has no word of ours. */
const EXPECTED: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a whole number',
  string: 'text',
  object: 'an object',
  record: 'an object of exercises by their id',
  array: 'a list',
};

/** An issue of zod's in a few words. Without one, the entry as a whole is at fault. */
function fieldProblem(issue: z.core.$ZodIssue | undefined, data: unknown, within: readonly string[]): FileProblem {
  const path = issue?.path ?? [];
  let value = data;
  for (const step of path) value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
  const json = value === undefined ? 'missing' : JSON.stringify(value);
  return {
    kind: 'field',
    at: place([...within, ...path]),
    expected: issue === undefined ? 'an entry with the version that wrote it' : expectation(issue),
    received: json.length > 60 ? `${json.slice(0, 57)}…` : json,
  };
}

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return EXPECTED[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value') return issue.values.map((value) => JSON.stringify(value)).join(' or ');
  if (issue.code === 'too_small') return `at least ${String(issue.minimum)}`;
  if (issue.code === 'too_big') return 'a smaller number';
  return 'the id of an exercise, such as "tasks/fetch-all"';
}

/** `exercises["tasks/fetch-all"].attempts` */
function place(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => (/^[a-z]\w*$/i.test(String(step)) ? `.${String(step)}` : `[${JSON.stringify(step)}]`));
  return steps.join('').replace(/^\./, '') || 'the whole of it';
}

/** What loading a file would do to one exercise. `locked`: what lies here must not be overwritten. */
type ImportEffect = 'new' | 'solved' | 'draft' | 'aside' | 'counts' | 'locked';

export interface ImportPlan {
  /** What would happen, exercise by exercise, in the order of the ids; those that stay as they are are left out. */
  readonly effects: readonly { readonly id: string; readonly effects: readonly ImportEffect[] }[];
  /** Exercises of the file that stay as they are. */
  readonly same: number;
  /** The entries to write. */
  readonly entries: ReadonlyMap<string, ExerciseProgress>;
}

/** What loading `file` over `present` would change: the reader is shown it before it is done. */
export function planImport(
  file: ProgressFile,
  { entries: present, locked }: { readonly entries: ReadonlyMap<string, ExerciseProgress>; readonly locked: readonly string[] },
): ImportPlan {
  const entries = new Map<string, ExerciseProgress>();
  const effects: { id: string; effects: readonly ImportEffect[] }[] = [];
  for (const [id, theirs] of file.exercises) {
    const ours = present.get(id);
    const merged = ours === undefined ? theirs : mergeProgress(theirs, ours);
    const found = locked.includes(id) ? (['locked'] as const) : effectsOf(ours, merged);
    if (found.length > 0) effects.push({ id, effects: found });
    if (found.length > 0 && !locked.includes(id)) entries.set(id, merged);
  }
  return { effects, same: file.exercises.size - effects.length, entries };
}

function effectsOf(before: ExerciseProgress | undefined, after: ExerciseProgress): ImportEffect[] {
  if (before === undefined) return ['new'];
  const effects: ImportEffect[] = [];
  if (before.solvedAt === undefined && after.solvedAt !== undefined) effects.push('solved');
  if (before.draft !== after.draft) effects.push('draft');
  const codes = ({ draft, aside, further = [] }: ExerciseProgress): (string | undefined)[] => [
    draft,
    aside?.draft,
    ...further.map((one) => one.draft),
  ];
  const known = new Set([...codes(before), after.draft]);
  if (codes(after).some((code) => !known.has(code))) effects.push('aside');
  const counts = ({ attempts, hintsShown, solvedAt }: ExerciseProgress): string => [attempts, hintsShown, solvedAt].join();
  if (effects.length === 0 && counts(before) !== counts(after)) effects.push('counts');
  return effects;
}
