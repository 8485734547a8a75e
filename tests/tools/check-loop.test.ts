/** What `npm run check` says about exercises in which the reader plays the loop: what lies in their folders, and whether their programs can be played. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beforeBuild } from '../../tools/check/before-build.ts';
import { inOneLine } from '../../tools/check/complaint.ts';
import { checkCourse, readCourse } from '../../tools/check/course.ts';
import { loopFiles } from '../../tools/new/loop-template.ts';
import { layOut, type Course } from './broken-course.ts';

type Files = Readonly<Record<string, string>>;

/** The files of a good one, without what its author is to do. */
const GOOD: Files = Object.fromEntries(
  Object.entries(loopFiles('Play', 'doubling')).map(([file, text]) => [file, text.replaceAll(/^.*TODO\(author\).*\n/gm, '')]),
);
const { 'program.ts': PROGRAM = '', 'exercise.md': DESCRIPTION = '' } = GOOD;

const folderOf = (slug: string, index: number): string => `exercises/01-demo/${String(index + 2).padStart(2, '0')}-${slug}`;

/** A course with an exercise for each of these, all of them used by a lesson. */
function laidOut(all: readonly { readonly slug: string; readonly files: Files }[]): Course {
  const own = all.flatMap(({ slug, files }, index) =>
    Object.entries({ ...GOOD, ...files }).map(([name, text]) => [`${folderOf(slug, index)}/${name}`, text] as const),
  );
  const uses = all.map(({ slug }) => `<Exercise id="demo/${slug}" />\n`);
  const lesson = `---\ntitle: More\nsummary: More of it.\nconcepts: [x]\n---\n\n${uses.join('\n')}`;
  return layOut([{ slug: 'good' }], { ...Object.fromEntries(own), 'src/content/01-demo/02-more.mdx': lesson });
}

const BROKEN: readonly { readonly slug: string; readonly files: Files; readonly says: RegExp }[] = [
  {
    slug: 'stray',
    files: { 'solution.ts': 'export {};\n' },
    says: /^solution\.ts:1: a stray file: .* has exercise\.md and program\.ts, no more; /,
  },
  {
    slug: 'types',
    files: { 'program.ts': `${PROGRAM}export const n: number = 'n';\n` },
    says: /^program\.ts:\d+: does not type-check: /,
  },
  {
    slug: 'format',
    files: { 'program.ts': PROGRAM.replace('  await', ' await') },
    says: /^program\.ts:1: is not formatted; /,
  },
  {
    slug: 'raises',
    files: { 'program.ts': PROGRAM.replace("console.log(question, 'is answered');", "throw new Error('no');") },
    says: /^program\.ts:1: its loop cannot be played: it ends with Error: no \(main\.ts:5\); let it run to its end$/,
  },
  {
    slug: 'boring',
    files: { 'program.ts': "console.log('nothing');\n" },
    says: /^program\.ts:1: its loop cannot be played: its loop has 0 decisions to make; a game has 6 to 60; let more tasks run/,
  },
  {
    slug: 'no-task',
    files: { 'exercise.md': DESCRIPTION.replace(/---\n\n[\s\S]*$/, '---\n') },
    says: /^exercise\.md:\d+: says no task; /,
  },
  {
    slug: 'no-kind',
    files: { 'exercise.md': DESCRIPTION.replace('kind: loop', 'kind: loops') },
    says: /^exercise\.md:3: kind: expected code or loop, received "loops"; /,
  },
  {
    slug: 'todo',
    files: { 'program.ts': `// TODO(author): write it\n${PROGRAM}` },
    says: /^program\.ts:1: is still to do: write it; do it and take the line away$/,
  },
];

const ALL = [...BROKEN, { slug: 'play', files: {} }];
let course: Course;
let lines: string[];
beforeAll(async () => {
  course = laidOut(ALL);
  lines = (await checkCourse(course.root)).complaints.map((complaint) => inOneLine(complaint, course.root));
}, 60_000);
afterAll(() => {
  course.remove();
});

/** The complaints about one of them, their places within its folder. */
function about(slug: string): string[] {
  const folder = `${folderOf(slug, ALL.findIndex((each) => each.slug === slug))}/`; // prettier-ignore
  return lines.filter((line) => line.startsWith(folder)).map((line) => line.slice(folder.length));
}

describe('an exercise in which the reader plays the loop', () => {
  test('is good with a task and a program', () => {
    expect(about('play')).toEqual([]);
  });

  test.each(BROKEN)('is complained about, with what to do: $slug', ({ slug, says }) => {
    expect(about(slug)).toContainEqual(expect.stringMatching(says));
  });

  test('is complained about without a program, and when no lesson uses it', () => {
    const { root, remove } = layOut([{ slug: 'good' }], { [`${folderOf('play', 0)}/exercise.md`]: DESCRIPTION });
    const said = readCourse(root).complaints.map((complaint) => inOneLine(complaint, root));
    remove();
    expect(said).toEqual([
      `${folderOf('play', 0)}/exercise.md:1: no lesson uses this exercise; write <Exercise id="demo/play" /> where it belongs in a lesson, or remove the exercise`,
      `${folderOf('play', 0)}/program.ts:1: is missing; write it: the program whose loop the reader plays`,
    ]);
  });

  test.each([
    ['cannot be played', "console.log('nothing');\n", /: its loop cannot be played: /],
    ['does not compile', 'let = ;\n', /: does not compile: /],
  ])('stops the build when its program %s', async (_, program, says) => {
    const { root, remove } = laidOut([{ slug: 'play', files: { 'program.ts': program } }]);
    const said = (await beforeBuild(root)).map((complaint) => inOneLine(complaint, root));
    remove();
    expect(said).toEqual([expect.stringMatching(says)]);
  });
});
