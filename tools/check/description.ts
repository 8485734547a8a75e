/**
 * Point 1 of what `check` proves: exercise.md fits the schema and says a task, its concepts are taught somewhere, its former ids are free, and exactly one lesson
 * uses the exercise.
 */
import { relative } from 'node:path';
import { exerciseSchema } from '../../src/course/schemas.ts';
import type { Complaint } from './complaint.ts';
import type { SourceFile } from './exercise.ts';
import { readFrontMatter } from './front-matter.ts';
import type { Lesson } from './lesson.ts';
import { didYouMean } from './nearest-known.ts';

/** Complaints about an exercise's description. `ids`: of all exercises. */
export function checkDescription(
  root: string,
  { id, files }: { readonly id: string; readonly files: { readonly 'exercise.md'?: SourceFile } },
  lessons: readonly Lesson[],
  ids: readonly string[],
): Complaint[] {
  const file = files['exercise.md'];
  if (file === undefined) return [];
  return [...checkFrontMatter(id, file, lessons, ids), ...checkUse(root, id, file, lessons)];
}

function checkUse(root: string, id: string, file: SourceFile, lessons: readonly Lesson[]): Complaint[] {
  const users = lessons.flatMap((lesson) =>
    lesson.uses.filter((used) => used.id === id).map(({ line }) => `${relative(root, lesson.file.path)}:${line}`),
  );
  if (users.length === 1) return [];
  const [what, advice] =
    users.length === 0
      ? ['no lesson uses this exercise', `write <Exercise id="${id}" /> where it belongs in a lesson, or remove the exercise`]
      : [
          `it is used ${users.length} times: ${users.join(', ')}`,
          'leave one of them: an exercise belongs to one place in one lesson',
        ];
  return [{ file: file.path, line: 1, what, advice, stopsBuild: users.length > 1 }];
}

function checkFrontMatter(id: string, file: SourceFile, lessons: readonly Lesson[], ids: readonly string[]): Complaint[] {
  const { data, body, lineOfField, complaints: found } = readFrontMatter(file, exerciseSchema);
  const complain = (line: number, what: string, advice: string): Complaint => ({ file: file.path, line, what, advice });
  const complaints = [...found];
  if (body.trim() === '')
    complaints.push(
      complain(file.text.split('\n').length, 'says no task', 'write below the front matter what the program must do'),
    );
  if (data === undefined) return complaints;
  const { concepts, hints, formerly } = data;
  const taught = [...new Set(lessons.flatMap((lesson) => lesson.concepts))];
  concepts.forEach((concept, index) => {
    if (!taught.includes(concept)) {
      complaints.push(
        complain(
          lineOfField(['concepts', index]),
          `no lesson teaches the concept '${concept}'`,
          `name it among the concepts of a lesson, or use one that is; ${didYouMean(concept, taught)}`,
        ),
      );
    }
  });
  hints.forEach((hint, index) => {
    if (hints.indexOf(hint) !== index)
      complaints.push(
        complain(
          lineOfField(['hints', index]),
          'this hint says the same as one before it',
          'let each hint say more than the last',
        ),
      );
  });
  formerly.forEach((former, index) => {
    if (ids.includes(former))
      complaints.push(
        complain(
          lineOfField(['formerly', index]),
          former === id ? `its former id '${former}' is the one it has` : `its former id '${former}' is that of another exercise`,
          'name ids that no exercise has any more, or leave it out',
        ),
      );
  });
  return complaints;
}
