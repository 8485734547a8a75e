/** The files of the exercises that attacks are judged by. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const EXERCISES = fileURLToPath(new URL('../../exercises', import.meta.url));

/** The path of a file of exercise `id`, such as `tasks/fetch-all`. */
export function exerciseFile(id: string, file: string): string {
  const path = id.split('/').reduce((folder, part) => {
    const found = readdirSync(folder).find((name) => name.replace(/^\d+-/, '') === part);
    if (found === undefined) throw new Error(`there is no exercise '${id}'`);
    return join(folder, found);
  }, EXERCISES);
  return join(path, file);
}
