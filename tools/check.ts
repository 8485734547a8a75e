/**
 * `npm run check -- [path]`: proves exercises as `design/exercise-format.md` says, and what lessons name. One line a complaint, then a line that counts;
 * exit code 1 when there is any complaint, 2 when it could not be asked. `--before-build` is what `npm run build` and `npm run dev` begin with.
 */
import { parseArgs } from 'node:util';
import { beforeBuild } from './check/before-build.ts';
import { inOneLine, type Complaint } from './check/complaint.ts';
import { checkCourse, REPOSITORY, UnknownExercise } from './check/course.ts';

const USAGE = `Usage: npm run check -- [path]
       npm run check -- --before-build

Proves the exercises and lessons at or under path (a folder, a file, an id such as tasks/fetch-all, or a chapter's), or all of them.
--before-build  only what would stop the build of the site; says nothing when nothing does`;

/** Exits when the author asked for something that is not there. */
function refuse(message: string): never {
  console.error(message);
  process.exit(2);
}

function asked(): { readonly path: string | undefined; readonly isBeforeBuild: boolean } {
  const options = { help: { type: 'boolean', short: 'h' }, 'before-build': { type: 'boolean', default: false } } as const;
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options });
    if (values.help === true) {
      console.log(USAGE);
      process.exit(0);
    }
    if (positionals.length > 1) refuse(`Expected one path, received ${positionals.length}: ${positionals.join(' ')}\n\n${USAGE}`);
    return { path: positionals[0], isBeforeBuild: values['before-build'] };
  } catch (error) {
    return refuse(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

const { path, isBeforeBuild } = asked();
const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** Says what is wrong, and the last line when there is one. */
function tell(complaints: readonly Complaint[], last?: string): void {
  for (const complaint of complaints) console.log(inOneLine(complaint, REPOSITORY));
  if (last !== undefined) console.log(last);
  process.exitCode = complaints.length === 0 ? 0 : 1;
}

if (isBeforeBuild) {
  const complaints = await beforeBuild(REPOSITORY);
  tell(complaints, complaints.length === 0 ? undefined : `the site cannot be built: ${count(complaints.length, 'complaint')}`);
} else {
  try {
    const { ids, lessons, complaints } = await checkCourse(REPOSITORY, path);
    const looked = [
      ...(ids.length > 0 ? [count(ids.length, 'exercise')] : []),
      ...(lessons.length > 0 ? [count(lessons.length, 'lesson')] : []),
    ];
    tell(complaints, `${looked.join(', ') || 'nothing'}: ${count(complaints.length, 'complaint')}`);
  } catch (error) {
    if (error instanceof UnknownExercise) refuse(error.message);
    throw error;
  }
}
