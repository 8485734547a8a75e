/** What `npm run check` says, without running anything, about lessons and places that are wrong: one line each, with the place and what to do. */
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { beforeBuild } from '../../tools/check/before-build.ts';
import { inOneLine } from '../../tools/check/complaint.ts';
import { checkCourse, readCourse } from '../../tools/check/course.ts';
import { layOut, type Course } from './broken-course.ts';

const FRONT = `---
title: Names
summary: Names of tasks.
concepts: [names]
---
`;

/** A lesson with two listings of its own and links to another, with nothing wrong. */
const GOOD = {
  'src/content/01-demo/02-names.mdx': `${FRONT}
import first from './02-names/first.py?raw';
import twin from './02-names/first.ts?raw';

export const title = 'First';

<Listing title={title} python={first} typescript={twin} file="first.ts" />

A \`<Exercise id="demo/none" />\` in code is text. {/* <Exercise id="demo/none" /> */}

[the one before](../../demo/doubling/), [a part of it](../../demo/doubling/#part), [here](#here), [elsewhere](https://example.org/)

\`\`\`mdx
<Exercise id="demo/none" />
\`\`\`
`,
  'src/content/01-demo/02-names/first.py': 'print(1)\n',
  'src/content/01-demo/02-names/first.ts': 'console.log(1);\n',
} as const;

type Path = keyof typeof GOOD;
const LESSON: Path = 'src/content/01-demo/02-names.mdx';

let course: Course | undefined;
afterEach(() => {
  course?.remove();
  course = undefined;
});

/** The complaints about the good course with other files beside it. */
function said(files: Readonly<Record<string, string>>, change?: (root: string) => void): string[] {
  course = layOut([{ slug: 'good' }], { ...GOOD, ...files });
  const { root } = course;
  change?.(root);
  return readCourse(root).complaints.map((complaint) => inOneLine(complaint, root));
}

/** The good lesson with a text in place of another, which it must have. */
function edited(from: string, to: string): Readonly<Record<string, string>> {
  const text = GOOD[LESSON];
  if (!text.includes(from)) throw new Error(`the lesson has no '${from}'`);
  return { [LESSON]: text.replace(from, to) };
}

/** The good lesson with more text below. */
const ended = (text: string): Readonly<Record<string, string>> => ({ [LESSON]: `${GOOD[LESSON]}\n${text}\n` });

const exercise = (from: string, to: string): Readonly<Record<string, string>> => ({
  'exercises/01-demo/01-good/exercise.md': `---
title: Double it
concepts: [doubling]
minutes: 2
hints:
  - What is twice a number?
---

Write it.
`.replace(from, to),
});

const WRONG: readonly [what: string, files: Readonly<Record<string, string>>, says: RegExp][] = [
  // A lesson's text
  [
    'a tag that is not closed',
    ended('<FromNote note="1">\n\nText.'),
    /names\.mdx:22: does not parse: Expected a closing tag for `<FromNote>`.*; close what is open/,
  ],
  ['a brace that is not closed', ended('A set is {1, 2'), /names\.mdx:22: does not parse: .*closing brace.*; close what is open/],
  [
    'a bare <',
    ended('if a <= b'),
    /names\.mdx:22: does not parse: Unexpected character.*; .*\{ and < that are text stand in `…`/,
  ],
  [
    'an HTML comment',
    ended('<!-- later -->'),
    /names\.mdx:22: does not parse: .*; to create a comment in MDX, use `\{\/\* text \*\/\}`/,
  ],
  [
    'an import that is no JavaScript',
    edited("?raw';\nimport twin", '?raw;\nimport twin'),
    /names\.mdx:\d+: does not parse: .*; close what is open/,
  ],
  [
    'an unknown component',
    ended('<Excercise id="demo/good" />'),
    /names\.mdx:22: there is no component <Excercise>; did you mean 'Exercise'\?/,
  ],
  [
    'a comparison of one program',
    ended('<Compare left={twin} leftTitle="One" rightTitle="Other" file="two.ts" />'),
    /names\.mdx:22: <Compare> has no right; write right=\{text\}, imported with \?raw/,
  ],
  [
    'a comparison without a file',
    ended('<Compare left={twin} leftTitle="One" right={twin} rightTitle="Other" />'),
    /names\.mdx:22: <Compare> has no file; write file="name\.ts"/,
  ],
  [
    'a comparison of a program that is not imported',
    ended('<Compare left={twin} leftTitle="One" right={twim} rightTitle="Other" file="two.ts" />'),
    /names\.mdx:22: uses 'twim', which it does not import; did you mean 'twin'\?/,
  ],
  [
    'a name that is not imported',
    edited('python={first}', 'python={frist}'),
    /names\.mdx:12: uses 'frist', which it does not import; did you mean 'first'\?/,
  ],
  [
    'an import of a file that is not there',
    edited('/first.py?raw', '/fisrt.py?raw'),
    /names\.mdx:7: imports '\.\/02-names\/fisrt\.py\?raw', and there is no such file; did you mean '\.\/02-names\/first\.py'/,
  ],
  [
    'an unknown exercise',
    ended('<Exercise id="demo/goood" />'),
    /names\.mdx:22: uses the exercise 'demo\/goood', which does not exist; did you mean 'demo\/good'\?/,
  ],
  [
    'an exercise without its id',
    ended('<Exercise name="demo/good" />'),
    /names\.mdx:22: <Exercise> does not name its exercise; write <Exercise id="chapter\/name" \/>/,
  ],
  [
    'an exercise that is used by two lessons',
    ended('<Exercise id="demo/good" />'),
    /good\/exercise\.md:1: it is used 2 times: .*doubling\.mdx:6, .*names\.mdx:22; leave one/,
  ],
  [
    'an exercise that is used twice in a lesson',
    ended('<Exercise id="demo/good" />\n\n<Exercise id="demo/good" />'),
    /good\/exercise\.md:1: it is used 3 times: .*names\.mdx:22, .*names\.mdx:24; leave one/,
  ],
  [
    'a link to no lesson',
    ended('[x](../../demo/doublin/)'),
    /names\.mdx:22: links to '\.\.\/\.\.\/demo\/doublin\/', where there is no lesson; did you mean '\.\.\/\.\.\/demo\/doubling\/'\?/,
  ],
  [
    'a TODO of its author',
    ended('{/* TODO(author): say more */}'),
    /names\.mdx:22: is still to do: say more; do it and take the line away/,
  ],
  // Its front matter
  [
    'no front matter',
    { [LESSON]: 'Text.\n' },
    /names\.mdx:1: has no front matter; begin it with a line ---, then title, summary, concepts, then a line ---/,
  ],
  [
    'front matter without end',
    { [LESSON]: '---\ntitle: x\n' },
    /names\.mdx:1: has no end of its front matter; end it with a line ---/,
  ],
  [
    'no summary',
    edited('summary: Names of tasks.\n', ''),
    /names\.mdx:1: summary: expected one sentence.*, received nothing; change it/,
  ],
  [
    'concepts that are no list',
    edited('[names]', 'names'),
    /names\.mdx:4: concepts: expected a list of concepts, received "names"; change it/,
  ],
  [
    'minutes in words',
    edited('title: Names', 'title: Names\nminutes: ten'),
    /names\.mdx:3: minutes: expected whole minutes.*received "ten"; change it/,
  ],
  [
    'an unknown field',
    edited('title: Names', 'title: Names\nauthor: me'),
    /names\.mdx:3: .*unknown field 'author'; known are title, summary/,
  ],
  [
    'a title with a colon',
    edited('title: Names', 'title: Names: tasks'),
    /names\.mdx:2: the front matter is no YAML: .*; repair it; a text with a colon stands in quotes/,
  ],
  [
    'a field twice',
    edited('title: Names', 'title: Names\ntitle: Tasks'),
    /names\.mdx:3: the front matter is no YAML: Map keys must be unique; repair it/,
  ],
  [
    'a title that begins with a star',
    edited('title: Names', 'title: *args'),
    /names\.mdx:\d: the front matter is no YAML: .*; .*quotes/,
  ],
  // Places
  [
    'a lesson that lies too high',
    { 'src/content/names.mdx': FRONT },
    /content\/names\.mdx:1: no page is made of it: .*; move it there/,
  ],
  [
    'a lesson without a number',
    { 'src/content/01-demo/more.mdx': FRONT },
    /demo\/more\.mdx:1: no page is made of it: .*; move it there/,
  ],
  [
    'a lesson with one digit',
    { 'src/content/01-demo/3-more.mdx': FRONT },
    /3-more\.mdx:1: '3-more' is no place in the course; .*; rename it/,
  ],
  [
    'a lesson with a capital letter',
    { 'src/content/01-demo/03-More.mdx': FRONT },
    /03-More\.mdx:1: '03-More' is no place in the course; .*; rename it/,
  ],
  [
    'a lesson that is plain Markdown',
    { 'src/content/01-demo/03-more.md': FRONT },
    /03-more\.md:1: a stray file: .*; remove it, or move it/,
  ],
  [
    'a listing that is not shown',
    { 'src/content/01-demo/02-names/second.py': '' },
    /02-names\/second\.py:1: its lesson does not show it; import it in 02-names\.mdx/,
  ],
  [
    'a listing without a lesson',
    { 'src/content/01-demo/09-none/a.py': '' },
    /09-none\/a\.py:1: a stray file: .*; remove it, or move it/,
  ],
  [
    'a chapter without a number',
    { 'src/content/demo/01-a.mdx': FRONT },
    /src\/content\/demo:1: 'demo' is no chapter; rename the folder/,
  ],
  [
    'a chapter without a title',
    { 'src/content/02-mroe/01-a.mdx': FRONT },
    /content\/02-mroe:1: the chapter 'mroe' has no title; write one in src\/course\/chapters\.json, or rename the folder; did you mean 'more'\?/,
  ],
  [
    'two lessons of one id',
    { 'src/content/01-demo/03-names.mdx': FRONT },
    /03-names\.mdx:1: has the id demo\/names, as src\/content\/01-demo\/02-names\.mdx has; rename one/,
  ],
  [
    'two lessons of one number',
    { 'src/content/01-demo/02-more.mdx': FRONT },
    /02-names\.mdx:1: has the number 1\.2, as src\/content\/01-demo\/02-more\.mdx has; rename one/,
  ],
  [
    'a chapter with two numbers',
    { 'exercises/02-demo/02-x/exercise.md': '' },
    /content\/01-demo:1: the chapter 'demo' has the number 1 here and 2 in exercises\/02-demo|exercises\/02-demo:1: .*the number 2 here and 1/,
  ],
  [
    'two chapters of one number',
    { 'src/content/01-more/01-a.mdx': FRONT },
    /01-more:1: the number 1 is that of the chapter 'demo' in src\/content\/01-demo; rename one/,
  ],
  [
    'an exercise’s chapter without a number',
    { 'exercises/demo/01-x/exercise.md': '' },
    /exercises\/demo:1: .*; rename the folder/,
  ],
  [
    'an exercise with one digit',
    { 'exercises/01-demo/2-x/exercise.md': '' },
    /01-demo\/2-x:1: '2-x' is no place in the course; .*; rename the folder/,
  ],
  [
    'two exercises of one number',
    { 'exercises/01-demo/01-x/exercise.md': '' },
    /01-demo\/01-x:1: has the number 1\.1, as exercises\/01-demo\/01-good has; rename one/,
  ],
  [
    'an empty folder of an exercise',
    { 'exercises/01-demo/02-x/mistakes/a.ts': '' },
    /02-x\/tests\.ts:1: is missing; write it: the hidden tests/,
  ],
  [
    'a file with almost the right name',
    { 'exercises/01-demo/01-good/test.ts': '' },
    /01-good\/test\.ts:1: a stray file: .*; is it to be 'tests\.ts'\? rename it/,
  ],
  [
    'a folder with almost the right name',
    { 'exercises/01-demo/01-good/mistake/a.ts': '' },
    /01-good\/mistake:1: a stray file: .*; is it to be 'mistakes'\? rename it/,
  ],
  // An exercise's description
  [
    'an empty description',
    { 'exercises/01-demo/01-good/exercise.md': '' },
    /exercise\.md:1: has no front matter; begin it with a line ---, then title, concepts, minutes, hints/,
  ],
  [
    'front matter that is a list',
    { 'exercises/01-demo/01-good/exercise.md': '---\n- a\n---\n\nx\n' },
    /exercise\.md:1: front matter: expected title, concepts.*received \["a"\]; change it/,
  ],
  [
    'empty front matter',
    { 'exercises/01-demo/01-good/exercise.md': '---\n---\n\nx\n' },
    /exercise\.md:1: front matter: expected title, concepts.*received null; change it/,
  ],
  [
    'a hint with a colon',
    exercise('- What is', '- Think: what is'),
    /exercise\.md:6: hints\.0: expected a hint.*; put the text in quotes/,
  ],
  [
    'hints that are no list',
    exercise('hints:\n  - What', 'hints: What'),
    /exercise\.md:5: hints: expected a list of hints, received "What is/,
  ],
  [
    'hints without any',
    exercise('hints:\n  - What is twice a number?', 'hints:'),
    /exercise\.md:5: hints: expected a list of hints, received null/,
  ],
  [
    'a concept that is a number',
    exercise('[doubling]', '[2]'),
    /exercise\.md:3: concepts\.0: expected the name of a concept, received 2/,
  ],
  [
    'minutes with a fraction',
    exercise('minutes: 2', 'minutes: 2.5'),
    /exercise\.md:4: minutes: expected whole minutes.*received 2\.5/,
  ],
  [
    'minutes without end',
    exercise('minutes: 2', 'minutes: 500'),
    /exercise\.md:4: minutes: expected at most 120 minutes, received 500/,
  ],
  [
    'a former id that is none',
    exercise('minutes: 2', 'minutes: 2\nformerly: [good]'),
    /exercise\.md:5: formerly\.0: expected an id such as/,
  ],
  [
    'a former id that it has',
    exercise('minutes: 2', 'minutes: 2\nformerly: [demo/good]'),
    /exercise\.md:5: its former id 'demo\/good' is the one it has; name ids/,
  ],
  ['a misspelt field', exercise('hints:', 'hint:'), /exercise\.md:5: .*unknown field 'hint'; known are title/],
  ['a tab', exercise('  - What', '\t- What'), /exercise\.md:6: the front matter is no YAML: .*; repair it/],
  [
    'a TODO of its author',
    exercise('Write it.', '<!-- TODO(author): which? -->'),
    /exercise\.md:9: is still to do: which\?; do it/,
  ],
];

describe('a course', () => {
  test('with nothing wrong gets no complaint', () => {
    expect(said({})).toEqual([]);
  });

  test('of a Windows author is read like any other', () => {
    expect(said({ ...GOOD, [LESSON]: GOOD[LESSON].replaceAll('\n', '\r\n') })).toEqual([]);
    course?.remove();
    const { 'exercises/01-demo/01-good/exercise.md': text = '' } = exercise('', '');
    expect(said({ 'exercises/01-demo/01-good/exercise.md': `\uFEFF${text.replaceAll('\n', '\r\n')}` })).toEqual([]);
  });

  test.each(WRONG)('with %s is told so in one line', (_, files, says) => {
    const lines = said(files);
    expect(lines).toContainEqual(expect.stringMatching(says));
    expect(lines.filter((line) => /\n|^[^:]+:\D/.test(line))).toEqual([]);
  });

  test('with a broken lesson does not blame the exercises that it uses', () => {
    const lines = said(ended('<Exercise id="demo/good" />\n\n{'), (root) => {
      renameSync(join(root, 'src/content/01-demo/01-doubling.mdx'), join(root, 'src/content/01-demo/01-doubling.mdx.off'));
    });
    expect(lines.filter((line) => line.includes('exercise.md') && line.includes('lesson uses'))).toEqual([]);
  });
});

describe('before the build', () => {
  async function stops(files: Readonly<Record<string, string>>): Promise<string[]> {
    course = layOut([{ slug: 'good' }], { ...GOOD, ...files });
    const { root } = course;
    return (await beforeBuild(root)).map((complaint) => inOneLine(complaint, root));
  }

  test('nothing is said about a course that can be built, finished or not', async () => {
    expect(await stops({})).toEqual([]);
    course?.remove();
    const unfinished = { ...ended('{/* TODO(author): more */}'), 'src/content/01-demo/02-names/loose.py': '' };
    expect(await stops({ ...unfinished, 'exercises/01-demo/01-good/mistakes/wrong.ts': 'export {};\n' })).toEqual([]);
  });

  test.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ['a lesson that does not parse', ended('{'), /names\.mdx:22: does not parse: /],
    ['front matter that does not fit', edited('[names]', 'names'), /names\.mdx:4: concepts: expected a list/],
    ['an unknown exercise', ended('<Exercise id="demo/goood" />'), /names\.mdx:22: uses the exercise 'demo\/goood'/],
    ['an exercise that is used twice', ended('<Exercise id="demo/good" />'), /exercise\.md:1: it is used 2 times/],
    ['a chapter without a title', { 'src/content/02-new/01-a.mdx': FRONT }, /02-new:1: the chapter 'new' has no title/],
    [
      'a starter that does not compile',
      { 'exercises/01-demo/01-good/starter.ts': 'let = ;' },
      /starter\.ts:1: does not compile: .*; /,
    ],
    ['tests that do not compile', { 'exercises/01-demo/01-good/tests.ts': '\ntest(' }, /tests\.ts:2: does not compile: .*; /],
    [
      'a listing’s twin that does not compile',
      { 'src/content/01-demo/02-names/first.ts': 'f(' },
      /first\.ts:1: does not compile: .*; /,
    ],
    ['an exercise that lacks a file', { 'exercises/01-demo/02-x/exercise.md': '' }, /02-x\/starter\.ts:1: is missing; write it/],
  ])('%s stops it, in one line', async (_, files, says) => {
    expect(await stops(files)).toContainEqual(expect.stringMatching(says));
  });
});

describe('check with a path', () => {
  test('looks at a lesson, by its file, its folder or its id', async () => {
    course = layOut([{ slug: 'good' }], { ...GOOD, ...ended('<Foo />') });
    for (const path of ['demo/names', LESSON, 'src/content/01-demo/02-names']) {
      const { ids, lessons, complaints } = await checkCourse(course.root, path);
      expect([ids, lessons, complaints.length]).toEqual([[], ['demo/names'], 1]);
    }
  });

  test('looks at all of a chapter, by its id', async () => {
    course = layOut([{ slug: 'good' }], GOOD);
    expect(await checkCourse(course.root, 'demo')).toEqual({
      ids: ['demo/good'],
      lessons: ['demo/doubling', 'demo/names'],
      complaints: [],
    });
  });

  test('shows what is wrong with a folder that is no exercise', async () => {
    course = layOut([{ slug: 'good' }], { 'exercises/01-demo/x/exercise.md': '' });
    const { complaints } = await checkCourse(course.root, 'exercises/01-demo/x');
    expect(complaints.map(({ advice }) => advice)).toEqual(['rename the folder']);
  });
});
