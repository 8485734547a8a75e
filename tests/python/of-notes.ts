/** The programs of the five notes, each in Python and, where there is one, its TypeScript twin. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../src/notes/', import.meta.url));

export interface NoteProgram {
  /** '004_s2_verbatim'. */
  readonly name: string;
  readonly python: string;
  /** Its twin; undefined where there is none that is a program. */
  readonly twin: string | undefined;
}

/** All of them, by name. */
export function notePrograms(): readonly NoteProgram[] {
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const twin = `${FOLDER}${name}/program.ts`;
      return {
        name,
        python: readFileSync(`${FOLDER}${name}/program.py`, 'utf8'),
        twin: existsSync(twin) ? readFileSync(twin, 'utf8') : undefined,
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}
