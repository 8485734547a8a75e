/** Places: no two things have one, a chapter has the same number wherever it stands, and has a title. */
import { dirname, join, relative, sep } from 'node:path';
import { placeOf } from '../../src/course/index.ts';
import type { Complaint } from './complaint.ts';
import type { Exercise } from './exercise.ts';
import type { Lesson } from './lesson.ts';
import { didYouMean } from './nearest-known.ts';

/** Complaints about the places of exercises and lessons. `titled`: the chapters that have a title. */
export function checkPlaces(
  root: string,
  exercises: readonly Pick<Exercise, 'folder'>[],
  lessons: readonly Lesson[],
  titled: readonly string[],
): Complaint[] {
  const short = (path: string): string => relative(root, path).split(sep).join('/');
  const ofExercises = exercises.map(({ folder }) => folder);
  const ofLessons = lessons.filter(({ id }) => id !== undefined).map(({ file }) => file.path);
  const chapters = [...new Set([...ofLessons, ...ofExercises].map((path) => dirname(path)))].map((path) => {
    const { chapter, order } = placeOf(`${short(path)}/01-any`);
    return { path, chapter, number: order[0], base: dirname(path) };
  });
  const complaints: Complaint[] = [];
  for (const places of [ofExercises, ofLessons]) {
    const kind = places === ofExercises ? 'folders' : 'files';
    const keyed = places.flatMap((path) => {
      const { id, order } = placeOf(short(path));
      return [
        { path, key: `the id ${id}` },
        { path, key: `the number ${order.join('.')}` },
      ];
    });
    complaints.push(...doubles(keyed, short, `rename one of the two ${kind}`));
  }
  for (const { path, chapter, number } of chapters) {
    const other = chapters.find(
      (each) => each.path < path && each.path !== path && (each.chapter === chapter) !== (each.number === number),
    );
    if (other !== undefined)
      complaints.push({
        file: path,
        line: 1,
        what:
          other.chapter === chapter
            ? `the chapter '${chapter}' has the number ${number} here and ${other.number} in ${short(other.path)}`
            : `the number ${number} is that of the chapter '${other.chapter}' in ${short(other.path)}`,
        advice: 'rename one of the two folders',
      });
    if (!titled.includes(chapter) && chapters.find((each) => each.chapter === chapter)?.path === path)
      complaints.push({
        file: path,
        line: 1,
        stopsBuild: true,
        what: `the chapter '${chapter}' has no title`,
        advice: `write one in ${short(join(root, 'src/course/chapters.json'))}, or rename the folder; ${didYouMean(chapter, titled)}`,
      });
  }
  return complaints;
}

function doubles(
  places: readonly { readonly path: string; readonly key: string }[],
  short: (path: string) => string,
  advice: string,
): Complaint[] {
  const seen = new Map<string, string>();
  return places.flatMap(({ path, key }) => {
    const other = seen.get(key);
    seen.set(key, other ?? path);
    return other === undefined ? [] : [{ file: path, line: 1, what: `has ${key}, as ${short(other)} has`, advice }];
  });
}
