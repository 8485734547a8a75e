/**
 * Finds what was handed in: `<learner>/<exercise id>.ts`, and progress files that the site saves (`<learner>.json`, or any `.json` in a learner's folder).
 *
 * Keeps true: whatever lies in the folder becomes a submission or a row that says why it is none; nothing outside of the folder is read, and nothing in it
 * can make the command stop.
 */
import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { words } from '../../src/components/words.ts';
import { FILE_LIMIT, parseProgressFile } from '../../src/course/index.ts';
import { unknownId, type GradedCourse } from './course.ts';
import { rowWithout, type Outcome, type Row, type Submission } from './row.ts';

/** Bytes that a program may have. The largest answer in the course has a few thousand; the compiler's own stack ends far above. */
export const SOURCE_LIMIT = 100_000;
/** Folders within folders that are looked at. */
const DEPTH = 6;

export interface Found {
  readonly submissions: readonly Submission[];
  /** What was handed in and is no submission. */
  readonly rows: readonly Row[];
  /** Everybody who has handed in anything, or has a folder. */
  readonly learners: ReadonlySet<string>;
}

/** Everything in `folder`. `skip` are absolute paths that are ours. Throws when the folder itself cannot be read. */
export function findSubmissions(folder: string, course: GradedCourse, skip: ReadonlySet<string> = new Set()): Found {
  return new Finder(realpathSync(folder), course, skip).find();
}

/** Why something is no submission, in words. */
class Unreadable extends Error {}

class Finder {
  readonly #root: string;
  readonly #course: GradedCourse;
  readonly #skip: ReadonlySet<string>;
  readonly #submissions: Submission[] = [];
  readonly #rows: Row[] = [];
  readonly #learners = new Set<string>();

  constructor(root: string, course: GradedCourse, skip: ReadonlySet<string>) {
    this.#root = root;
    this.#course = course;
    this.#skip = skip;
  }

  find(): Found {
    for (const name of this.#names(this.#root)) {
      const path = join(this.#root, name);
      const isProgress = /\.json$/i.test(name);
      const learner = isProgress ? name.replace(/\.json$/i, '') : name;
      this.#learners.add(learner);
      this.#look(learner, path, (real) => {
        if (lstatSync(real).isDirectory()) this.#folder(learner, path, path, 0);
        else if (isProgress) this.#progress(learner, path);
        else throw new Unreadable('it belongs to no learner: expected <learner>/<exercise id>.ts or <learner>.json');
      });
    }
    return { submissions: this.#submissions, rows: this.#rows, learners: this.#learners };
  }

  /** What a folder holds, in order, without what systems and packers leave there. */
  #names(folder: string): string[] {
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.') && name !== '__MACOSX' && !this.#skip.has(join(folder, name)))
      .sort((a, b) => (a < b ? -1 : 1));
  }

  /** Whatever goes wrong with one thing is a row. `use` gets its real path, which lies within the folder. */
  #look(learner: string, path: string, use: (real: string) => void): void {
    try {
      const real = realpathSync(path);
      if (real !== path && !real.startsWith(this.#root + sep))
        throw new Unreadable('it is a link out of the folder, which is not followed');
      if (real !== path && lstatSync(real).isDirectory()) throw new Unreadable('it is a link to a folder, which is not followed');
      use(real);
    } catch (error) {
      this.#tell('unreadable', { learner, exercise: this.#idOf(learner, path) ?? '', path }, whyNot(error));
    }
  }

  #folder(learner: string, top: string, folder: string, depth: number): void {
    for (const name of this.#names(folder)) {
      const path = join(folder, name);
      this.#look(learner, path, (real) => {
        const isFolder = lstatSync(real).isDirectory();
        const given = relative(top, path).split(sep).join('/');
        if (isFolder && name.endsWith('.ts')) throw new Unreadable('it is a folder; expected a file with the code');
        if (isFolder && depth === DEPTH) throw new Unreadable(`it lies more than ${String(DEPTH)} folders deep`);
        if (isFolder) this.#folder(learner, top, path, depth + 1);
        else if (/\.json$/i.test(name)) this.#progress(learner, path);
        else if (!name.endsWith('.ts')) throw new Unreadable(`expected <learner>/<exercise id>.ts, such as ${this.#example()}`);
        else this.#submit(learner, given.slice(0, -'.ts'.length), path, readText(path, SOURCE_LIMIT));
      });
    }
  }

  /** A file that the site has saved: each exercise with code in it is a submission. */
  #progress(learner: string, path: string): void {
    const read = parseProgressFile(readText(path, FILE_LIMIT));
    if (!read.ok) throw new Unreadable(`it is no progress file. ${words.progressFile.problem(read.problem)}`);
    const { exercises } = read.file;
    for (const [given, { draft, attempts, solvedAt }] of exercises) {
      const exercise = this.#course.idOf(given) ?? given;
      if (exercise !== given && exercises.get(exercise)?.draft !== undefined) continue; // its present name holds what counts
      if (draft !== undefined) {
        if (Buffer.byteLength(draft) > SOURCE_LIMIT)
          this.#tell('unreadable', { learner, exercise, path }, tooLarge(SOURCE_LIMIT));
        else this.#submit(learner, given, path, draft);
      } else if (attempts > 0 || solvedAt !== undefined) {
        const solved = solvedAt === undefined ? '' : ', although the file says that it was solved';
        this.#tell('missing', { learner, exercise, path }, `the starter stands there untouched${solved}`);
      }
    }
  }

  #submit(learner: string, given: string, path: string, code: string): void {
    const exercise = this.#course.idOf(given);
    if (exercise === undefined)
      this.#tell('unreadable', { learner, exercise: given, path, code }, unknownId(this.#course, given));
    else this.#submissions.push({ learner, exercise, file: this.#shown(path), code });
  }

  #tell(
    outcome: Outcome,
    { path, ...at }: { readonly learner: string; readonly exercise: string; readonly path: string; readonly code?: string },
    why: string,
  ): void {
    this.#rows.push(rowWithout(outcome, { ...at, file: this.#shown(path) }, why));
  }

  /** The exercise that a file within a learner's folder stands for, if it is named as one. */
  #idOf(learner: string, path: string): string | undefined {
    const given = relative(join(this.#root, learner), path).split(sep).join('/');
    return this.#course.idOf(given.replace(/\.ts$/, ''));
  }

  #shown(path: string): string {
    return relative(this.#root, path).split(sep).join('/');
  }

  #example(): string {
    return `ann/${this.#course.ids[0] ?? 'chapter/exercise'}.ts`;
  }
}

const tooLarge = (limit: number): string => `it is larger than ${limit.toLocaleString('en')} bytes`;

/** A file's text. Neither waits for a pipe nor follows a link that has come meanwhile further than the file itself. */
function readText(path: string, limit: number): string {
  const file = openSync(realpathSync(path), constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) throw new Unreadable('it is no ordinary file');
    if (stat.size > limit) throw new Unreadable(tooLarge(limit));
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
    } catch (error) {
      if (error instanceof TypeError) throw new Unreadable('it is not UTF-8 text: save it as UTF-8');
      throw error;
    }
  } finally {
    closeSync(file);
  }
}

const SYSTEM_WORDS: Readonly<Record<string, string>> = {
  EACCES: 'it may not be read: its permissions forbid it',
  EPERM: 'it may not be read: its permissions forbid it',
  ENOENT: 'it is not there: a link that leads nowhere, or a name that this system cannot write',
  ELOOP: 'it is a link that leads to itself',
  ENXIO: 'it is no ordinary file',
  ENAMETOOLONG: 'its name is too long',
};

function whyNot(error: unknown): string {
  if (error instanceof Unreadable) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  return SYSTEM_WORDS[code ?? ''] ?? `it could not be read: ${basename(message)}`;
}
