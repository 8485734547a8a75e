/** The chapters' titles as they stand on disk, in the order of the course (`src/course/chapters.ts` is how the site reads them). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where they stand. */
export function titlesFile(root: string): string {
  return join(root, 'src', 'course', 'chapters.json');
}

/** Title by id. Throws when there is no such file or it is no JSON. */
export function readTitles(root: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(titlesFile(root), 'utf8')) as Record<string, string>;
}
