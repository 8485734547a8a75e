/** What `npm run new` has laid out and nobody has written yet: each file says what is left to do in lines marked `TODO(author)`. */
import type { Complaint } from './complaint.ts';
import type { SourceFile } from './exercise.ts';

/** The mark; a starter's own `// TODO` is another, which its reader is to find. */
const AUTHORS_TODO = 'TODO(author)';

/** A complaint for each mark that is left. */
export function checkTodos(files: readonly SourceFile[]): Complaint[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => {
      const [, todo] = line.split(AUTHORS_TODO);
      if (todo === undefined) return [];
      const what = todo
        .replace(/^:/, '')
        .replace(/\s*(\*\/\}?|-->)\s*$/, '')
        .trim();
      return [{ file: path, line: index + 1, what: `is still to do: ${what}`, advice: 'do it and take the line away' }];
    }),
  );
}
