/** `npm run check` is green for good exercises, and red for each way an exercise can be wrong, with the place and what to do. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readClaims } from '../../tools/check/claims.ts';
import { inOneLine } from '../../tools/check/complaint.ts';
import { checkCourse, REPOSITORY, UnknownExercise, type Report } from '../../tools/check/course.ts';
import { folderOf, layOut, type Case, type Course } from './broken-course.ts';

/** A program that squares where it is to double. */
const SQUARES = `import { sleep } from 'asyncio';

export async function double(n: number): Promise<number> {
  await sleep(1);
  return n * n;
}
`;

/** Each way to be wrong, and what is said: FILE:LINE, then the complaint, which tells what is wrong and what to do. */
const BROKEN: readonly (Case & { readonly says: readonly RegExp[] })[] = [
  {
    slug: 'no-front-matter',
    files: { 'exercise.md': 'Write it.\n' },
    says: [/^exercise\.md:1: has no front matter; begin it with/],
  },
  {
    slug: 'front-matter-no-yaml',
    edit: ['exercise.md', 'title: Double it', 'title: [Double'],
    says: [/^exercise\.md:\d+: the front matter is no YAML: .*; repair it/],
  },
  { slug: 'no-title', edit: ['exercise.md', 'title: Double it\n', ''], says: [/^exercise\.md:1: title: expected .*; change it/] },
  {
    slug: 'minutes-in-words',
    edit: ['exercise.md', 'minutes: 2', 'minutes: two'],
    says: [/^exercise\.md:4: minutes: expected whole minutes .*received "two"; change it/],
  },
  {
    slug: 'empty-hint',
    edit: ['exercise.md', '- What is twice a number?', '- ""'],
    says: [/^exercise\.md:6: hints\.0: expected a hint that says something/],
  },
  {
    slug: 'same-hint-twice',
    edit: ['exercise.md', 'What is twice a number?', 'Multiply by two.'],
    says: [/^exercise\.md:7: this hint says the same as one before it; let each hint say more/],
  },
  {
    slug: 'unknown-field',
    edit: ['exercise.md', 'minutes: 2', 'minutes: 2\nlevel: 3'],
    says: [/^exercise\.md:\d+: .*unknown field 'level'; known are title, concepts/],
  },
  {
    slug: 'unknown-concept',
    edit: ['exercise.md', '[doubling]', '[doubling, halveing]'],
    says: [/^exercise\.md:3: no lesson teaches the concept 'halveing'; .*did you mean 'halving'\?/],
  },
  {
    slug: 'no-task',
    edit: ['exercise.md', /* the body */ 'Write `double(n)`, which gives twice the number after one second.', ''],
    says: [/^exercise\.md:\d+: says no task; write below/],
  },
  { slug: 'unused', uses: 0, says: [/^exercise\.md:1: no lesson uses this exercise; write <Exercise id="demo\/unused" \/>/] },
  { slug: 'used-twice', uses: 2, says: [/^exercise\.md:1: it is used 2 times: .*; leave one of them/] },
  { slug: 'stray-file', files: { 'notes.txt': 'x' }, says: [/^notes\.txt:1: a stray file: .*; remove it/] },
  {
    slug: 'stray-in-mistakes',
    files: { 'mistakes/readme.md': 'x' },
    says: [/^mistakes\/readme\.md:1: a stray file: .*; remove it/],
  },
  { slug: 'no-solution', files: { 'solution.ts': undefined }, says: [/^solution\.ts:1: is missing; write it: a right answer/] },
  {
    slug: 'no-mistakes',
    files: { 'mistakes/squares.ts': undefined, 'mistakes/sleeps-twice.ts': undefined },
    says: [
      /^mistakes:1: there is no wrong answer/,
      /^tests\.ts:7: nothing fails the test 'it takes one second'.*; add the mistake/,
    ],
  },
  {
    slug: 'starter-types',
    edit: ['starter.ts', 'return n;', "return 'n';"],
    says: [/^starter\.ts:6: does not type-check: Type 'string' is not assignable to type 'number'.*; repair the types/],
  },
  {
    slug: 'starter-no-todo',
    edit: ['starter.ts', '// TODO:', '//'],
    says: [/^starter\.ts:1: the starter has no `\/\/ TODO`; write one/],
  },
  {
    slug: 'starter-passes',
    edit: ['starter.ts', 'return n;', 'return 2 * n;'],
    says: [/^starter\.ts:1: the starter passes every test; take out/],
  },
  {
    slug: 'starter-raises',
    edit: [
      'starter.ts',
      "import { sleep } from 'asyncio';",
      "import { sleep } from 'asyncio';\n\nif (sleep.length < 9) throw new Error('early');",
    ],
    says: [/^starter\.ts:3: the starter does not run: raised, Error: early.*; a starter runs/],
  },
  {
    slug: 'starter-without-export',
    edit: ['starter.ts', 'export async', 'export const other = () => double(1);\n\nasync'],
    says: [/^starter\.ts:1: the starter fails for want of an export: .*`double`.*; export it from the starter/],
  },
  {
    slug: 'solution-fails',
    edit: ['solution.ts', '2 * n', '3 * n'],
    says: [/^solution\.ts:1: the solution fails 'it doubles': double\(4\) gave 12.*; repair the solution, or the test/],
  },
  {
    slug: 'solution-unformatted',
    edit: ['solution.ts', '2 * n', '2*n'],
    says: [/^solution\.ts:1: is not formatted; run npm run format/],
  },
  {
    slug: 'solution-todo',
    edit: ['solution.ts', '  await', '  // TODO: really?\n  await'],
    says: [/^solution\.ts:4: the solution has a TODO; do it/],
  },
  {
    slug: 'tests-break',
    edit: [
      'tests.ts',
      "expect(run(() => program['double'](4))).toTake(1);",
      "expect(run(() => program['double'](4))).toTake(1);\n  throw new Error('mine');",
    ],
    says: [/^tests\.ts:9: the hidden tests themselves break with .*Error: mine; repair the test/],
  },
  {
    slug: 'mistake-passes',
    edit: ['mistakes/squares.ts', 'return n * n', 'return n + n'],
    says: [
      /^mistakes\/squares\.ts:1: passes the test 'it doubles', which it says it fails; let the test catch it/,
      /^mistakes\/squares\.ts:2: the reader is not told 'double\(4\) gave 16'/,
    ],
  },
  {
    slug: 'mistake-fails-more',
    edit: ['mistakes/squares.ts', 'sleep(1)', 'sleep(3)'],
    says: [
      /^mistakes\/squares\.ts:1: fails the test 'it takes one second', which it does not name: .*3 s.*; write \/\/ fails: it takes one second/,
    ],
  },
  {
    slug: 'mistake-unknown-test',
    edit: ['mistakes/squares.ts', 'it doubles', 'it doubels'],
    says: [/^mistakes\/squares\.ts:1: there is no test 'it doubels'; did you mean 'it doubles'\?/],
  },
  {
    slug: 'mistake-says-other',
    edit: ['mistakes/squares.ts', 'gave 16', 'gave sixteen'],
    says: [
      /^mistakes\/squares\.ts:2: the reader is not told 'double\(4\) gave sixteen' but: double\(4\) gave 16: .*; improve the feedback/,
    ],
  },
  {
    slug: 'mistake-names-nothing',
    edit: ['mistakes/squares.ts', '// fails: it doubles\n// says: double(4) gave 16\n', ''],
    says: [
      /^mistakes\/squares\.ts:1: does not say which tests it fails; begin with/,
      /^mistakes\/squares\.ts:1: does not say what the reader must be told; write/,
    ],
  },
  {
    slug: 'claim-too-low',
    edit: ['mistakes/squares.ts', 'return n * n;', 'return n * n;\n  // says: hello'],
    says: [/^mistakes\/squares\.ts:\d+: '\/\/ says:' stands below the beginning of the file.*; move it to the top/],
  },
  {
    slug: 'variant-refused',
    edit: ['variants/adds.ts', 'sleep(1)', 'sleep(1.5)'],
    says: [/^variants\/adds\.ts:1: a right answer is refused 'it takes one second': .*1\.5 s.*; let the test accept it/],
  },
  {
    slug: 'too-few-variants',
    files: { 'variants/subtracts.ts': undefined },
    says: [/^variants:1: 2 of 3 right answers written in other ways than the solution; write them/],
  },
  {
    slug: 'variant-endless',
    edit: ['variants/adds.ts', 'await sleep(1);', 'for (;;) n += 0;'],
    says: [/^variants\/adds\.ts:1: never ends: .* more than 50,000,000 turns of a loop.* at line 4.*; let it come to its end/],
  },
  {
    slug: 'no-tests',
    files: { 'tests.ts': '' },
    says: [/^tests\.ts:1: the hidden tests themselves break .*: tests\.ts declares no test; write one: test\('what/],
  },
  {
    slug: 'two-tests-of-one-name',
    edit: ['tests.ts', 'it takes one second', 'it doubles'],
    says: [/^tests\.ts:7: .*two tests are called 'it doubles'.*; rename one of them/],
  },
  {
    slug: 'tests-async',
    edit: ['tests.ts', "test('it doubles', ({", "test('it doubles', async ({"],
    says: [/^tests\.ts:3: the test 'it doubles' is async, so that nobody looks at what it expects; take async away/],
  },
  {
    slug: 'tests-never-end',
    edit: ['tests.ts', "expect(run(() => program['double'](4))).toTake(1);", 'for (;;);'],
    says: [/^tests\.ts:8: the hidden tests themselves break .*turns of a loop.*; repair the test/],
  },
  {
    slug: 'tests-unknown-matcher',
    edit: ['tests.ts', 'toTake(1)', 'toTaek(1)'],
    says: [/^tests\.ts:8: does not type-check: .*Did you mean 'toTake'\?/],
  },
  {
    slug: 'tests-import-a-file',
    edit: ['tests.ts', 'import {', "import './solution.ts';\nimport {"],
    says: [/^tests\.ts:1: does not compile: '\.\/solution\.ts' cannot be imported/],
  },
  {
    slug: 'tests-import-a-package',
    edit: ['tests.ts', "from 'grader'", "from 'vitest'"],
    says: [/^tests\.ts:1: does not compile: there is no module 'vitest'; there are: .*grader/],
  },
  {
    slug: 'tests-of-another-name',
    edit: ['tests.ts', "program['double'](4))).toTake", "program['duoble'](4))).toTake"],
    says: [
      /^solution\.ts:1: the solution fails 'it takes one second': .*`duoble`: it exports `double`.*; repair the solution, or the test/,
    ],
  },
  {
    slug: 'mistake-header-misspelt',
    edit: ['mistakes/squares.ts', '// fails:', '// fail:'],
    says: [/^mistakes\/squares\.ts:1: '\/\/ fail:' is nothing that a mistake says; is it to be '\/\/ fails:'\?/],
  },
  {
    slug: 'mistake-header-twice',
    edit: ['mistakes/squares.ts', '// fails: it doubles\n', '// fails: it doubles\n// fails: it doubles\n'],
    says: [/^mistakes\/squares\.ts:2: says a second time that it fails this; take one/],
  },
  {
    slug: 'same-mistake-twice',
    files: { 'mistakes/to-the-two.ts': `// fails: it doubles\n// says: double(4) gave 16\n// The same.\n${SQUARES}` },
    says: [/^mistakes\/to-the-two\.ts:1: is the same program as squares\.ts; let it go wrong in another way, or remove it/],
  },
  {
    slug: 'variant-like-the-solution',
    files: { 'variants/adds.ts': `// In my own words.\n${SQUARES.replace('n * n', '2 * n')}` },
    says: [/^variants\/adds\.ts:1: is the same program as solution\.ts; write it in another way/],
  },
  {
    slug: 'variant-with-a-space',
    files: { 'variants/my answer.ts': SQUARES.replace('n * n', 'n + n + 0') },
    says: [/^variants\/my answer\.ts:1: 'my answer\.ts' is no name for it; rename it: small letters/],
  },
  {
    slug: 'zero-minutes',
    edit: ['exercise.md', 'minutes: 2', 'minutes: 0'],
    says: [/^exercise\.md:4: minutes: expected at least 1 minute, received 0/],
  },
];

/** Checked apart: while one file does not even parse, the type checker is silent about all others. */
const UNPARSABLE: readonly (Case & { readonly says: readonly RegExp[] })[] = [
  { slug: 'starter-syntax', edit: ['starter.ts', 'return n;', 'return n n;'], says: [/^starter\.ts:6: does not compile: /] },
  { slug: 'tests-syntax', edit: ['tests.ts', 'toTake(1);', 'toTake(1;'], says: [/^tests\.ts:8: does not compile: /] },
];

const GOOD: Case = { slug: 'good' };
const CASES: readonly Case[] = [...BROKEN, GOOD];

let course: Course;
let report: Report;
let lines: string[];

beforeAll(async () => {
  course = layOut(CASES, {
    'exercises/01-demo/loose.ts': 'export {};\n',
    'exercises/01-demo/no-number/starter.ts': 'export {};\n',
    'src/content/01-demo/02-more.mdx':
      '---\ntitle: More\nsummary: More of it.\nconcepts: [x]\n---\n<Exercise id="demo/godo" />\n',
  });
  report = await checkCourse(course.root);
  lines = report.complaints.map((complaint) => inOneLine(complaint, course.root));
}, 60_000);

afterAll(() => {
  course.remove();
});

/** The complaints about one exercise, their places within its folder. */
function about(slug: string): string[] {
  const folder = `${folderOf(slug, CASES.findIndex((each) => each.slug === slug))}/`; // prettier-ignore
  return lines.filter((line) => line.startsWith(folder)).map((line) => line.slice(folder.length));
}

describe('check', () => {
  test('has nothing to say about a good exercise', () => {
    expect(about('good')).toEqual([]);
  });

  test.each(BROKEN)('is red and helps: $slug', ({ slug, says }) => {
    const said = about(slug);
    for (const pattern of says) expect(said).toContainEqual(expect.stringMatching(pattern));
    expect(said.length).toBeGreaterThanOrEqual(says.length);
  });

  test.each(UNPARSABLE)('is red and helps: $slug', async (broken) => {
    const apart = layOut([broken]);
    const { complaints } = await checkCourse(apart.root).finally(apart.remove);
    const said = complaints.map((complaint) => inOneLine(complaint, apart.root).replace(`${folderOf(broken.slug, 0)}/`, ''));
    for (const pattern of broken.says) expect(said).toContainEqual(expect.stringMatching(pattern));
  });

  test('finds what lies about between the exercises', () => {
    expect(lines).toContainEqual(expect.stringMatching(/^exercises\/01-demo\/loose\.ts:1: a stray file: .*; remove it/));
    expect(lines).toContainEqual(
      expect.stringMatching(/^exercises\/01-demo\/no-number:1: .*'no-number' is no place.*; rename the folder/),
    );
  });

  test('finds a lesson that uses an exercise which does not exist', () => {
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^src\/content\/01-demo\/02-more\.mdx:6: uses the exercise 'demo\/godo', which does not exist; did you mean 'demo\/good'\?/,
      ),
    );
  });
});

test('a mistake of a Windows author says the same as any other', () => {
  const text = '// fails: it doubles\r\n// says: double(4) gave 16\r\nexport {};\r\n';
  expect(readClaims({ path: 'squares.ts', text })).toEqual({
    fails: [{ text: 'it doubles', line: 1 }],
    says: [{ text: 'double(4) gave 16', line: 2 }],
    complaints: [],
  });
});

describe('check with a path', () => {
  test('looks at that exercise only: by folder, by file, by id', async () => {
    const folder = folderOf('good', CASES.length - 1);
    for (const path of [folder, join(folder, 'tests.ts'), 'demo/good', join(course.root, folder)]) {
      expect(await checkCourse(course.root, path)).toEqual({ ids: ['demo/good'], lessons: [], complaints: [] });
    }
  });

  test('that is unknown names the nearest exercise', async () => {
    await expect(checkCourse(course.root, 'demo/goood')).rejects.toThrow(
      new UnknownExercise("There is no exercise at 'demo/goood'; did you mean 'demo/good'?"),
    );
    await expect(checkCourse(course.root, 'exercises/01-demo/99-goood')).rejects.toThrow("did you mean 'demo/good'?");
  });
});

describe('the command', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(REPOSITORY, 'tools/check.ts'), ...args], { encoding: 'utf8' });

  test('ends with a line that counts', () => {
    const { stdout, status } = run('tasks/fetch-all');
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^1 exercise: \d+ complaints?$/);
    expect(status).toBe(stdout.includes(': 0 complaints') ? 0 : 1);
  });

  test('refuses what it does not know', () => {
    expect(run('--fix')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/Unknown option '--fix'[\s\S]*Usage: npm run check/) as string,
    });
    expect(run('one', 'two')).toMatchObject({ status: 2, stderr: expect.stringContaining('Expected one path') as string });
    expect(run('tasks/fetch-al')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("did you mean 'tasks/fetch-all'") as string,
    });
  });
});
