/** What can be seen of an exercise's code without running it: answers that are the same, names of files, tests that would test nothing. */
import { basename } from 'node:path';
import { transformSync } from 'esbuild';
import type { Complaint } from './complaint.ts';
import type { Exercise, SourceFile } from './exercise.ts';

export function checkCode({ files, mistakes, variants }: Exercise): Complaint[] {
  const answers = [...(files['solution.ts'] === undefined ? [] : [files['solution.ts']]), ...variants];
  return [
    ...sameAs(answers, 'write it in another way, or remove it: it shows nothing that the other does not'),
    ...sameAs(mistakes, 'let it go wrong in another way, or remove it: it shows nothing that the other does not'),
    ...[...mistakes, ...variants].flatMap(badName),
    ...(files['tests.ts'] === undefined ? [] : asyncTests(files['tests.ts'])),
  ];
}

/** A program without what looks like comments, and without spaces: quick, and the same for programs that are the same. */
const outline = ({ text }: SourceFile): string =>
  text
    .replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** A program as the compiler sees it; undefined when it does not compile, which is told elsewhere. */
function essence({ text }: SourceFile): string | undefined {
  try {
    return transformSync(text, { loader: 'ts', minifyWhitespace: true, logLevel: 'silent' }).code;
  } catch {
    return undefined;
  }
}

const isSame = (a: SourceFile, b: SourceFile): boolean => {
  if (outline(a) !== outline(b)) return false;
  const [first, second] = [essence(a), essence(b)];
  return first !== undefined && first === second;
};

function sameAs(programs: readonly SourceFile[], advice: string): Complaint[] {
  return programs.flatMap((file, index) => {
    const other = programs.slice(0, index).find((each) => isSame(each, file));
    return other === undefined
      ? []
      : [{ file: file.path, line: 1, what: `is the same program as ${basename(other.path)}`, advice }];
  });
}

function badName({ path }: SourceFile): Complaint[] {
  const name = basename(path);
  if (/^[a-z0-9]+(-[a-z0-9]+)*\.ts$/.test(name)) return [];
  const advice = "rename it: small letters, digits and hyphens that say what it does, such as 'forgets-the-await.ts'";
  return [{ file: path, line: 1, what: `'${name}' is no name for it`, advice }];
}

/** An async test only makes a coroutine object, and none of its expectations is ever looked at. */
function asyncTests({ path, text }: SourceFile): Complaint[] {
  return [...text.matchAll(/\btest\(\s*(['"`])(.*?)\1\s*,\s*async\b/g)].map(({ index, 2: name = '' }) => ({
    file: path,
    line: text.slice(0, index).split('\n').length,
    what: `the test '${name}' is async, so that nobody looks at what it expects`,
    advice: 'take async away: run(…) waits for the program',
  }));
}
