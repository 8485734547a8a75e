/**
 * `npm run bench -- grade`: how many honest submissions `npm run grade` judges in a second, and how long a thousand take of which 20 are hostile. Honest ones
 * are the course's own solutions and variants, each made different by a comment, so that none is judged twice.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isWhole, readExercises } from '../check/exercise.ts';
import { readCourse } from '../grade/course.ts';
import { gradeFolder } from '../grade/folder.ts';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/** Programs that do not end by themselves, in ways that differ: the clock, the memory, the loop's and the task's own limits. */
const HOSTILE = [
  `export const x = /^(a+)+$/.test('a'.repeat(40) + 'b');`,
  `for (;;) {}`,
  `const all: unknown[] = [];\nfor (;;) all.push([all.length]);`,
  `import { run, sleep } from 'asyncio';\nasync function main() { for (;;) await sleep(0); }\nrun(main());`,
];

interface Answer {
  readonly id: string;
  readonly text: string;
}

/** The right answers of the repository. */
function rightAnswers(): Answer[] {
  return readExercises(REPOSITORY).exercises.flatMap((exercise) =>
    isWhole(exercise) ? [exercise.files['solution.ts'], ...exercise.variants].map(({ text }) => ({ id: exercise.id, text })) : [],
  );
}

/** Lays out `count` submissions of as many learners, of which `hostile` are hostile, spread evenly. */
function layOut(folder: string, count: number, hostile: number): void {
  const answers = rightAnswers();
  const every = hostile === 0 ? Infinity : Math.floor(count / hostile);
  for (let n = 0; n < count; n += 1) {
    const answer = answers[n % answers.length];
    if (answer === undefined) throw new Error('the course has no exercise');
    const isHostile = n % every === every - 1;
    const text = isHostile ? (HOSTILE[Math.floor(n / every) % HOSTILE.length] ?? '') : answer.text;
    const path = join(folder, `learner-${String(n).padStart(5, '0')}`, `${answer.id}.ts`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${text}\n// ${String(n)}\n`);
  }
}

/** Grades such a folder. @returns real seconds */
async function timed(count: number, hostile: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'loopwise-bench-'));
  try {
    layOut(folder, count, hostile);
    const course = await readCourse(REPOSITORY);
    const began = performance.now();
    const { rows } = await gradeFolder({ course, folder });
    const seconds = (performance.now() - began) / 1000;
    const passed = rows.filter(({ verdict }) => verdict === 'passed').length;
    if (passed !== count - hostile) throw new Error(`${String(passed)} passed; expected ${String(count - hostile)}`);
    return seconds;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function benchGrade(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { submissions: { type: 'string', default: '1000' } } });
  const count = Number(values.submissions);
  if (!Number.isInteger(count) || count < 100)
    throw new TypeError(`--submissions is '${values.submissions}'; expected a whole number from 100`);
  const hostile = Math.floor(count / 50);
  const honest = await timed(count, 0);
  console.log(`honest submissions a second: ${(count / honest).toFixed(0)} (${String(count)} in ${honest.toFixed(1)} s)`);
  const mixed = await timed(count, hostile);
  console.log(`${String(count)} submissions, ${String(hostile)} of them hostile: ${mixed.toFixed(1)} s`);
  const load = loadavg().map((value) => value.toFixed(1));
  console.log(`Node ${process.versions.node}, ${String(availableParallelism())} cores, load ${load.join(' ')}`);
}
