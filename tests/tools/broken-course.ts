/** A course in a temporary folder whose exercises are all copies of one good exercise, each broken in one way. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { REPOSITORY } from '../../tools/check/course.ts';

/** The files of an exercise by their path in its folder; undefined takes a file away. */
type Files = Readonly<Record<string, string | undefined>>;

const answer = (seconds: number, result: string): string => `import { sleep } from 'asyncio';

export async function double(n: number): Promise<number> {
  await sleep(${seconds});
  return ${result};
}
`;

const GOOD: Files = {
  'exercise.md': `---
title: Double it
concepts: [doubling]
minutes: 2
hints:
  - What is twice a number?
  - Multiply by two.
---

Write \`double(n)\`, which gives twice the number after one second.
`,
  'starter.ts': answer(1, 'n').replace('  await', '  // TODO: give twice the number\n  await'),
  'solution.ts': answer(1, '2 * n'),
  'tests.ts': `import { expect, run, test } from 'grader';

test('it doubles', ({ program }) => {
  expect(run(() => program['double'](4)).result).toBe(8, 'double(4) gave {actual}: that is not twice 4');
});

test('it takes one second', ({ program }) => {
  expect(run(() => program['double'](4))).toTake(1);
});
`,
  'mistakes/squares.ts': `// fails: it doubles
// says: double(4) gave 16
${answer(1, 'n * n')}`,
  'mistakes/sleeps-twice.ts': `// fails: it takes one second
// says: took 2 s
${answer(2, '2 * n')}`,
  'variants/adds.ts': answer(1, 'n + n'),
  'variants/other-way-round.ts': answer(1, 'n * 2'),
  'variants/subtracts.ts': answer(1, 'n - -n'),
};

/** One way to be wrong: what differs from the good exercise. `edit` replaces a text in a file, which must be there. */
export interface Case {
  /** The name of the exercise's folder, without its number. */
  readonly slug: string;
  readonly files?: Files;
  readonly edit?: readonly [file: string, from: string, to: string];
  /** How often lessons use it; 1 when left out. */
  readonly uses?: number;
}

function filesOf({ slug, files = {}, edit }: Case): Files {
  const changed: Files = { ...GOOD, ...files };
  if (edit === undefined) return changed;
  const [file, from, to] = edit;
  const text = changed[file];
  if (text?.includes(from) !== true) throw new Error(`${slug}: ${file} has no '${from}'`);
  return { ...changed, [file]: text.replace(from, to) };
}

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

export interface Course {
  readonly root: string;
  /** Takes the folder away. */
  readonly remove: () => void;
}

/** Lays out a course with one exercise for each case, and `extra` files beside them. */
export function layOut(cases: readonly Case[], extra: Readonly<Record<string, string>> = {}): Course {
  const root = mkdtempSync(join(tmpdir(), 'loopwise-check-'));
  const settings = {
    extends: join(REPOSITORY, 'exercises/tsconfig.json'),
    include: ['.', join(REPOSITORY, 'exercises/console.d.ts')],
    exclude: [],
  };
  write(root, 'exercises/tsconfig.json', JSON.stringify(settings));
  write(root, 'src/course/chapters.json', JSON.stringify({ demo: 'Demo', more: 'More' }));
  cases.forEach((each, index) => {
    for (const [path, text] of Object.entries(filesOf(each))) {
      if (text !== undefined) write(root, join(folderOf(each.slug, index), path), text);
    }
  });
  const uses = cases.flatMap(({ slug, uses = 1 }) => Array.from({ length: uses }, () => `<Exercise id="demo/${slug}" />`));
  write(
    root,
    'src/content/01-demo/01-doubling.mdx',
    ['---', 'title: Doubling', 'summary: What twice is.', 'concepts: [doubling, halving]', '---', ...uses, ''].join('\n'),
  );
  for (const [path, text] of Object.entries(extra)) write(root, path, text);
  return { root, remove: () => { rmSync(root, { recursive: true }); } }; // prettier-ignore
}

/** Where the exercise of a case lies. */
export function folderOf(slug: string, index: number): string {
  return `exercises/01-demo/${String(index + 1).padStart(2, '0')}-${slug}`;
}
