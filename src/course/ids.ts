/**
 * A file's place is its identity: order is in the numbers of the folders, the id is the path without them.
 *
 * Keeps true: renumbering a chapter, a lesson or an exercise changes no id, so no reader's progress is lost by it.
 */

/** Where a lesson or an exercise stands. */
export interface Place {
  /** `tasks/fetch-all`: what progress is kept under and what addresses are made of. */
  readonly id: string;
  /** The chapter's part of the id: `tasks`. */
  readonly chapter: string;
  /** The numbers of the folders, chapter first: `[4, 2]`. They order, and are shown; they identify nothing. */
  readonly order: readonly [chapter: number, within: number];
}

/** `04-tasks`, `02-fetch-all`: two digits or more, then words of small letters and digits joined by hyphens. */
const NUMBERED = /^(\d{2,})-([a-z0-9]+(?:-[a-z0-9]+)*)$/;

function partsOf(segment: string, path: string): [number: number, name: string] {
  const [, digits, name] = NUMBERED.exec(segment) ?? [];
  if (digits === undefined || name === undefined) {
    throw new Error(
      `${path}: '${segment}' is no place in the course; expected a number and a name of small letters, such as '04-tasks'`,
    );
  }
  return [Number(digits), name];
}

/**
 * The place of a lesson's file or an exercise's folder (or a file in it): the last two numbered steps of its path.
 * `exercises/04-tasks/02-fetch-all` is `tasks/fetch-all`; `src/content/04-tasks/02-gather.mdx` is `tasks/gather`. Throws when the path has no such place.
 */
export function placeOf(path: string): Place {
  const segments = path.split('/').filter((segment) => segment !== '');
  const first = segments.findIndex((segment) => /^\d/.test(segment));
  const [chapterSegment, withinSegment] = first < 0 ? [] : segments.slice(first, first + 2);
  if (chapterSegment === undefined || withinSegment === undefined) {
    throw new Error(`${path}: expected NN-chapter/NN-name in the path, such as 'exercises/04-tasks/02-fetch-all'`);
  }
  const [chapterNumber, chapter] = partsOf(chapterSegment, path);
  const [number, name] = partsOf(withinSegment.replace(/\.[a-z]+$/, ''), path);
  return { id: `${chapter}/${name}`, chapter, order: [chapterNumber, number] };
}
