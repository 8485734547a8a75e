/**
 * `npm run check -- [path]`: proves exercises as `design/exercise-format.md` says. One line a complaint, then a line that counts;
 * exit code 1 when there is any complaint, 2 when it could not be asked.
 */
import { parseArgs } from 'node:util';
import { inOneLine } from './check/complaint.ts';
import { checkCourse, REPOSITORY, UnknownExercise } from './check/course.ts';

const USAGE = `Usage: npm run check -- [path]

Proves the exercises and lessons at or under path (a folder, a file, an id such as tasks/fetch-all, or a chapter's), or all of them.`;

/** Exits when the author asked for something that is not there. */
function refuse(message: string): never {
  console.error(message);
  process.exit(2);
}

function asked(): { readonly path: string | undefined } {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean', short: 'h' } } });
    if (values.help === true) {
      console.log(USAGE);
      process.exit(0);
    }
    if (positionals.length > 1) refuse(`Expected one path, received ${positionals.length}: ${positionals.join(' ')}\n\n${USAGE}`);
    return { path: positionals[0] };
  } catch (error) {
    return refuse(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

const { path } = asked();
try {
  const { ids, lessons, complaints } = await checkCourse(REPOSITORY, path);
  for (const complaint of complaints) console.log(inOneLine(complaint, REPOSITORY));
  const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
  const looked = [
    ...(ids.length > 0 ? [count(ids.length, 'exercise')] : []),
    ...(lessons.length > 0 ? [count(lessons.length, 'lesson')] : []),
  ];
  console.log(`${looked.join(', ') || 'nothing'}: ${count(complaints.length, 'complaint')}`);
  process.exitCode = complaints.length === 0 ? 0 : 1;
} catch (error) {
  if (error instanceof UnknownExercise) refuse(error.message);
  throw error;
}
