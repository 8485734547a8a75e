/**
 * `npm run grade -- FOLDER`: grades what learners handed in, by the hidden tests of this repository, in the page's own sandbox. Results go to the file of
 * `--out`, or as CSV to stdout; the progress bar and the summary to stderr.
 *
 * Exit code 0 when everything is graded (whatever the verdicts), 2 when it could not be asked, 130 or 143 when it was interrupted: started again with the
 * same `--out`, it goes on where it was.
 */
import { existsSync, realpathSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readCourse, unknownId } from './grade/course.ts';
import { gradeFolder, Interrupted } from './grade/folder.ts';
import { Journal } from './grade/journal.ts';
import { progressBar, summary } from './grade/summary.ts';
import { toCsv, toJson } from './grade/table.ts';

const REPOSITORY = fileURLToPath(new URL('..', import.meta.url));

const USAGE = `Usage: npm run grade -- FOLDER [--out results.csv|results.json] [--exercise id] [--alone]

FOLDER holds <learner>/<exercise id>.ts (such as ann/tasks/fetch-all.ts), or progress files that the site saves (ann.json), or both.
--out       where the results go; without it, CSV to stdout. A run that was interrupted goes on when it is started again with the same --out.
--exercise  grade one exercise only
--alone     give each submission a process of its own: many times slower, for when even a break-out of the sandbox must not reach anybody else`;

/** Exits when what was asked makes no sense. */
function refuse(message: string): never {
  console.error(`grade: ${message}\n\n${USAGE}`);
  process.exit(2);
}

interface Asked {
  readonly folder: string;
  readonly out: string | undefined;
  readonly only: string | undefined;
  readonly alone: boolean;
}

function asked(): Asked {
  const options = {
    out: { type: 'string' },
    exercise: { type: 'string' },
    alone: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h' },
  } as const;
  let parsed: ReturnType<typeof parse>;
  const parse = () => parseArgs({ allowPositionals: true, options });
  try {
    parsed = parse();
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  if (values.help === true) {
    console.log(USAGE);
    process.exit(0);
  }
  const [folder, ...more] = positionals;
  if (folder === undefined) refuse('no folder was given');
  if (more.length > 0) refuse(`expected one folder, received ${String(positionals.length)}: ${positionals.join(' ')}`);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) refuse(`${folder} is no folder`);
  const { out } = values;
  if (out !== undefined && !/\.(?:csv|json)$/i.test(out))
    refuse(`--out is '${out}'; expected a name that ends with .csv or .json`);
  if (out !== undefined && !existsSync(dirname(resolve(out)))) refuse(`there is no folder ${dirname(out)} to write ${out} to`);
  return { folder, out, only: values.exercise, alone: values.alone };
}

const { folder, out, only, alone } = asked();
const course = await readCourse(REPOSITORY);
const exercise = only === undefined ? undefined : (course.idOf(only) ?? refuse(unknownId(course, only)));

/** The results, with links on the way to them resolved, so that they are known when they lie in the folder itself. */
const target = out === undefined ? undefined : join(realpathSync(dirname(resolve(out))), basename(out));
const journal = target === undefined ? undefined : new Journal(target, course.fingerprint);
if (journal !== undefined && journal.size > 0)
  console.error(`grade: going on with ${String(journal.size)} rows of a run that was interrupted`);

const interruption = new AbortController();
let status = 130;
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  process.once(signal, () => {
    status = code;
    interruption.abort();
  });
}

const bar = progressBar(process.stderr);
let progress = '';
try {
  const { rows, doubts } = await gradeFolder({
    course,
    folder,
    only: exercise,
    alone,
    journal,
    skip: new Set(target === undefined ? [] : [target, `${target}.journal`, `${target}.part`]),
    onProgress(done, all) {
      progress = `${String(done)} of ${String(all)}`;
      bar.show(done, all);
    },
    signal: interruption.signal,
  });
  bar.clear();
  const text = target?.toLowerCase().endsWith('.json') === true ? toJson(rows) : toCsv(rows);
  if (target === undefined) process.stdout.write(text);
  else {
    writeFileSync(`${target}.part`, text);
    renameSync(`${target}.part`, target);
    journal?.remove();
  }
  console.error(summary(rows, course.ids));
  if (doubts > 0)
    console.error(
      `grade: ${String(doubts)} times a sandbox was not believed; whatever it had judged was judged anew, each in one of its own`,
    );
  if (out !== undefined) console.error(`${String(rows.length)} rows in ${out}`);
} catch (error) {
  if (!(error instanceof Interrupted)) throw error;
  bar.clear();
  journal?.close();
  console.error(
    `grade: interrupted after ${progress} submissions; ${out === undefined ? 'nothing is kept (no --out was given)' : `start it again with --out ${out} to go on`}`,
  );
  process.exit(status);
}
