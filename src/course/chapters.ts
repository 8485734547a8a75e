/**
 * The chapters' titles, in the order of the course. They stand in `chapters.json`, the one place where they are written, so that `npm run new` can add
 * to them. The folder gives a chapter its number and its id.
 */
import CHAPTERS from './chapters.json' with { type: 'json' };

const TITLES: Readonly<Record<string, string>> = CHAPTERS;

/** A chapter's title. Throws for an id that has none, and says where to write one. */
export function chapterTitle(id: string): string {
  const title = TITLES[id];
  if (title === undefined) {
    throw new Error(
      `the chapter '${id}' has no title; write one in src/course/chapters.json (it knows: ${Object.keys(TITLES).join(', ')})`,
    );
  }
  return title;
}
