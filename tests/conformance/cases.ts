/**
 * The cases on disk: `<area>/<case>/` with program.py, its twin program.ts (program.ts.txt where the twin, as the Python, is no program at all), and
 * cpython.json, which only the recording command writes. Other Python files beside program.py are modules that it may import. The programs of the area
 * `notes` are the site's own, in src/notes.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { LEVELS, type Level } from './compare.ts';
import type { Event, Run } from '../../src/python/told.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** One case. */
export interface Case {
  /** 'queues/join'. */
  readonly name: string;
  /** The folder of its recording. */
  readonly folder: string;
  readonly python: string;
  readonly typescript: string;
  /** Python modules of its own, by file name. */
  readonly modules: Readonly<Record<string, string>>;
  /** How closely the two are compared. */
  readonly level: Level;
}

/** What `cpython.json` holds. */
export interface Recorded extends Run {
  /** The version that said it, such as '3.14.2'. */
  readonly python: string;
}

/** All cases, in the order of their names. Throws for one that is not whole. */
export function cases(): readonly Case[] {
  const files = readdirSync(HERE, { recursive: true, encoding: 'utf8' });
  const names = new Set(files.filter((path) => ['program.py', 'cpython.json'].includes(basename(path))).map(dirname));
  return [...names].sort().map((name) => {
    const programs = name.startsWith('notes/') ? `${ROOT}src/${name}` : `${HERE}${name}`;
    const twin = [`${programs}/program.ts`, `${programs}/program.ts.txt`].find((file) => existsSync(file));
    if (twin === undefined) throw new Error(`${name}: program.py has no twin program.ts`);
    const python = readFileSync(`${programs}/program.py`, 'utf8');
    return {
      name,
      folder: `${HERE}${name}`,
      python,
      typescript: readFileSync(twin, 'utf8'),
      level: levelOf(name, python),
      modules: modulesIn(programs),
    };
  });
}

function modulesIn(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.py') && file !== 'program.py');
  return Object.fromEntries(files.sort().map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')]));
}

/** `# compare: tasks – because …` among the first lines of program.py. */
function levelOf(name: string, python: string): Level {
  const header = python.split('\n', 12).flatMap((line) => /^# compare: *(\S+)(.*)$/.exec(line) ?? []);
  if (header.length === 0) return 'all';
  const [, word = '', reason = ''] = header;
  const level = LEVELS.find((each) => each === word);
  if (level === undefined) throw new Error(`${name}: '# compare: ${word}' is none of ${LEVELS.join(', ')}`);
  if (reason.trim().length < 10) throw new Error(`${name}: '# compare: ${word}' gives no reason`);
  return level;
}

/** What CPython said, when it was recorded. */
export function recorded({ name, folder }: Case): Recorded {
  const file = `${folder}/cpython.json`;
  if (!existsSync(file)) throw new Error(`${name}: nothing is recorded yet; run tools/record-cpython.ts`);
  return JSON.parse(readFileSync(file, 'utf8')) as Recorded;
}

/** The text of `cpython.json`: of a case that is compared coarsely, what is compared of it. */
export async function recording(python: string, run: Run, level: Level): Promise<string> {
  const kept = (event: Event): boolean =>
    level === 'all' || /^(print|warning|log)$/.test(event.ev) || (level === 'tasks' && event.ev.startsWith('task.'));
  const { error, seconds, iterations } = run;
  const events = run.events.filter(kept);
  const text = JSON.stringify({ python, seconds, iterations, error, events } satisfies Recorded);
  return await format(text, { ...(await resolveConfig(`${HERE}cpython.json`)), parser: 'json' });
}

/** Python programs outside of the cases that print a table of what CPython does, as JSON, for one test: `NAME.py`, kept as `NAME.json`. */
export const TABLES: readonly string[] = ['tests/stdlib/random.py', 'tests/conformance/syntax/snippets.py'];

/** The text of a table's `NAME.json`, from what its program printed. */
export async function table(printed: string, file: string): Promise<string> {
  return await format(printed, { ...(await resolveConfig(`${ROOT}${file}`)), parser: 'json' });
}
