/** Where a listing's Python lies: its name in tracebacks, and what is kept of it. For the build only. */
import { placeOf } from '../../course/index.ts';

interface Place {
  /** The name that the program's own errors give: `nine-requests.py`. */
  readonly file: string;
  /** Unlike any other listing's, and the same on each page that shows it: `tasks.gather.nine-requests`. */
  readonly id: string;
}

const listings = import.meta.glob<string>('../../content/*/*/*.py', { query: '?raw', import: 'default', eager: true });

const places = new Map(
  Object.entries(listings).map(([path, text]): [string, Place] => {
    const file = path.slice(path.lastIndexOf('/') + 1);
    return [text, { file, id: `${placeOf(path).id.replace('/', '.')}.${file.replace(/\.py$/, '')}` }];
  }),
);

/** The place of a program that is imported from beside a lesson. Throws when it is not. */
export function placeOfPython(text: string, title: string): Place {
  const place = places.get(text);
  if (place === undefined)
    throw new Error(`listing '${title}': its Python is no file beside a lesson, unchanged; import it with '?raw' from there`);
  return place;
}
