/** Which exercises and lessons an author means by a path or an id. */
import { relative, resolve, sep } from 'node:path';
import { didYouMean } from './nearest-known.ts';

/** Something with an id that lies at a path: a folder, or a file (then what lies in the folder of its name belongs to it). */
export interface Placed {
  readonly id: string;
  /** Absolute. */
  readonly path: string;
}

/** No exercise and no lesson lies where the author looked. */
export class UnknownExercise extends Error {}

export interface Selection {
  /** Whether a file or folder (absolute path) is part of what was chosen. */
  readonly has: (file: string) => boolean;
}

const within = (file: string, folder: string): boolean => file === folder || file.startsWith(folder + sep);

/**
 * What `asked` means: an id (`tasks/fetch-all`), a chapter's id (`tasks`), a folder, or a file in one. Throws UnknownExercise with the nearest ids when it is
 * none of them. `others`: files that may be asked for too, since there is something to say about them.
 */
export function select(root: string, asked: string, placed: readonly Placed[], others: readonly string[]): Selection {
  const wanted = ['.', root, resolve(root, 'exercises'), resolve(root, 'src', 'content')].map((base) => resolve(base, asked));
  const chosen = placed
    .filter(
      ({ id, path }) =>
        id === asked ||
        id.startsWith(`${asked.replace(/\/$/, '')}/`) ||
        wanted.some((each) => within(path, each) || within(each, path.replace(/\.mdx$/, ''))),
    )
    .flatMap(({ path }) => [path, path.replace(/\.mdx$/, '')]);
  const known = others.filter((file) => wanted.some((each) => within(file, each)));
  if (chosen.length > 0 || known.length > 0)
    return { has: (file) => known.includes(file) || chosen.some((each) => within(file, each)) };
  const isKnown = (id: string): boolean => placed.some((each) => each.id === id || relative(root, each.path) === id);
  const inside = asked
    .split('/')
    .filter((part) => part !== '')
    .slice(-2)
    .join('/')
    .replaceAll(/\b\d+-/g, '');
  throw new UnknownExercise(
    `There is no exercise at '${asked}'; ${didYouMean(isKnown(inside) ? inside : inside || asked, [...new Set(placed.map(({ id }) => id))])}`,
  );
}
