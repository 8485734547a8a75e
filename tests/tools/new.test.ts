/** `npm run new` lays out what passes `npm run check` once its TODOs are done, and refuses what cannot be, in one line. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check as isFormatted, resolveConfig } from 'prettier';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inOneLine } from '../../tools/check/complaint.ts';
import { checkCourse, REPOSITORY } from '../../tools/check/course.ts';
import { newChapter, newExercise, newLesson, newLoop, Refused } from '../../tools/new/lay-out.ts';
import { layOut, type Course } from './broken-course.ts';

let course: Course;
beforeEach(() => {
  course = layOut([{ slug: 'good' }]);
});
afterEach(() => {
  course.remove();
});

const text = (path: string): string => readFileSync(join(course.root, path), 'utf8');
const write = (path: string, content: string): void => {
  writeFileSync(join(course.root, path), content);
};

/** What check says, without the places' numbers of lines. */
async function complaints(path?: string): Promise<string[]> {
  return (await checkCourse(course.root, path)).complaints.map((complaint) => inOneLine(complaint, course.root));
}

/** Does each TODO in the laziest way: what stands there is kept, and the line is taken away (and a blank line with it). */
function takeTodosAway(files: readonly string[]): void {
  for (const file of files)
    write(
      file,
      text(file)
        .split('\n')
        .filter((line) => !line.includes('TODO(author)'))
        .join('\n')
        .replaceAll(/\n{3,}/g, '\n\n'),
    );
}

async function unformatted(files: readonly string[]): Promise<string[]> {
  const settings = (await resolveConfig(join(REPOSITORY, 'exercises/solution.ts'))) ?? {};
  const formatted = await Promise.all(files.map((file) => isFormatted(text(file), { ...settings, filepath: file })));
  return files.filter((_, at) => formatted[at] !== true);
}

describe('new', () => {
  test('a chapter, a lesson in it and an exercise for it pass check once their TODOs are done', async () => {
    newChapter(course.root, 'coroutine-tricks');
    const lesson = newLesson(course.root, 'coroutine-tricks/names');
    const exercise = newExercise(course.root, 'coroutine-tricks/ask-both');
    const files = [...lesson.files, ...exercise.files];
    const [page = ''] = lesson.files;
    expect(page).toBe('src/content/03-coroutine-tricks/01-names.mdx');
    write(page, text(page).replace('\n## ', '\n<Exercise id="coroutine-tricks/ask-both" />\n\n## '));

    const before = await complaints();
    const marks = files.flatMap((file) => text(file).match(/TODO\(author\)/g) ?? []);
    expect(before.filter((line) => line.includes('is still to do: '))).toHaveLength(marks.length);
    expect(before.filter((line) => !line.includes('is still to do: '))).toEqual([]);
    expect(files.filter((file) => !text(file).includes('TODO(author)'))).toEqual([]);
    expect(await unformatted(files)).toEqual([]);

    takeTodosAway(files);
    expect(await complaints()).toEqual([]);
    expect(await unformatted(files)).toEqual([]);
    expect(text('src/course/chapters.json')).toContain('"coroutine-tricks": "Coroutine tricks"');
  });

  test('an exercise has a mistake and three variants, and all its programs differ', () => {
    const { files } = newExercise(course.root, 'demo/ask-both');
    const programs = files.filter((file) => file.endsWith('.ts') && !file.endsWith('tests.ts'));
    expect(programs.filter((file) => file.includes('/mistakes/'))).toHaveLength(1);
    expect(programs.filter((file) => file.includes('/variants/'))).toHaveLength(3);
    expect(new Set(programs.map((file) => text(file).replaceAll(/^\s*\/\/.*\n|^import .*\n/gm, ''))).size).toBe(programs.length);
  });

  test('an exercise in which the reader plays the loop passes check once its TODOs are done', async () => {
    const { files, next } = newLoop(course.root, 'demo/play-it');
    expect(files).toEqual(['exercises/01-demo/02-play-it/exercise.md', 'exercises/01-demo/02-play-it/program.ts']);
    expect(next[0]).toContain('<Exercise id="demo/play-it" />');
    const page = 'src/content/01-demo/01-doubling.mdx';
    write(page, `${text(page)}\n<Exercise id="demo/play-it" />\n`);
    expect((await complaints()).filter((line) => !line.includes('is still to do: '))).toEqual([]);
    expect(files.filter((file) => !text(file).includes('TODO(author)'))).toEqual([]);
    takeTodosAway(files);
    expect(await complaints()).toEqual([]);
    expect(await unformatted(files)).toEqual([]);
    expect(() => newExercise(course.root, 'demo/play-it')).toThrow(/there is an exercise 'demo\/play-it' already/);
  });

  test('takes the next number in the chapter, wherever the chapter stands', () => {
    expect(newExercise(course.root, 'demo/ask-both').files[0]).toMatch(/^exercises\/01-demo\/02-ask-both\//);
    expect(newExercise(course.root, 'demo/ask-more').files[0]).toMatch(/^exercises\/01-demo\/03-ask-more\//);
    expect(newLesson(course.root, 'demo/more').files).toEqual(['src/content/01-demo/02-more.mdx']);
    expect(newLesson(course.root, 'more/first').files).toEqual(['src/content/02-more/01-first.mdx']);
  });

  test('tells what comes next: the line for the lesson, and the commands', () => {
    expect(newExercise(course.root, 'demo/ask-both').next).toEqual([
      'Put <Exercise id="demo/ask-both" /> where it belongs in a lesson, such as src/content/01-demo/01-doubling.mdx',
      expect.stringContaining('TODO(author)'),
      'npm run check -- demo/ask-both',
      expect.stringContaining('npm run dev'),
    ]);
  });

  test.each(['true', '12', 'null', '2-to-3'])('a title that YAML would take for something else is a text: %s', async (name) => {
    const { files } = newLesson(course.root, `demo/${name}`);
    expect(await complaints(files[0])).not.toContainEqual(expect.stringMatching(/expected|YAML/));
  });
});

const REFUSED: readonly [make: (root: string, name: string) => unknown, name: string, says: RegExp][] = [
  [newChapter, 'demo', /^there is a chapter 'demo' already: 'Demo'; npm run new -- lesson demo\/NAME adds to it$/],
  [newChapter, 'Coroutine Tricks', /^'Coroutine Tricks' is no name for a chapter: .*; write coroutine-tricks$/],
  [newChapter, '04-tasks', /^'04-tasks' begins with a number, .*; write tasks$/],
  [newChapter, 'tasks/names', /^'tasks\/names' is no name for a chapter: .*; write tasks-names$/],
  [newChapter, '-', /^'-' is no name for a chapter: .*; write a name such as fetch-some$/],
  [newChapter, '../up', /^'\.\.\/up' is no name for a chapter/],
  [newChapter, 'exercises', /^a chapter cannot be called 'exercises'.*choose another$/],
  [newChapter, '__proto__', /^'__proto__' is no name for a chapter: .*; write proto$/],
  [newExercise, 'fetch-some', /^expected the id of an exercise, such as tasks\/fetch-some; received 'fetch-some'$/],
  [newExercise, 'demo/a/b', /^expected the id of an exercise, .* received 'demo\/a\/b'$/],
  [newExercise, 'demmo/fetch', /^there is no chapter 'demmo'; did you mean 'demo'\? \(npm run new -- chapter NAME adds one\)$/],
  [newExercise, '01-demo/fetch', /^there is no chapter '01-demo'; did you mean 'demo'\?/],
  [newExercise, 'demo/Fetch_Some', /^'Fetch_Some' is no name for an exercise: .*; write fetch-some$/],
  [newExercise, 'demo/good', /^there is an exercise 'demo\/good' already: exercises\/01-demo\/01-good; choose another name$/],
  [newExercise, 'demo/old', /^'demo\/old' is a former id of 'demo\/good', .*; choose another name$/],
  [newExercise, 'more/first', /^the chapter 'more' has no lesson yet that could use it; first npm run new -- lesson more\/NAME$/],
  [newLesson, 'names', /^expected the id of a lesson, such as tasks\/names; received 'names'$/],
  [newLesson, 'demo/doubling', /^there is a lesson 'demo\/doubling' already: src\/content\/01-demo\/01-doubling\.mdx; choose/],
  [newLesson, 'nowhere/names', /^there is no chapter 'nowhere'; there are: 'demo', 'more'/],
];

describe('new refuses, in one line and with nothing written:', () => {
  test.each(REFUSED)('%o %s', (make, name, says) => {
    const description = join('exercises/01-demo/01-good/exercise.md');
    write(description, text(description).replace('minutes: 2', 'minutes: 2\nformerly: [demo/old]'));
    const files = (): string[] => globSync('**', { cwd: course.root }).sort();
    const before = [files(), text('src/course/chapters.json')];
    let refusal: unknown;
    try {
      make(course.root, name);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(Refused);
    expect((refusal as Refused).message).toMatch(says);
    expect([files(), text('src/course/chapters.json')]).toEqual(before);
  });
});

describe('the command', () => {
  const run = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
    spawnSync(process.execPath, [join(REPOSITORY, 'tools/new.ts'), ...args], { encoding: 'utf8' });

  test.each([
    [[], /^new: what is to be made\? .*\n$/],
    [['excercise', 'tasks/a'], /^new: 'excercise' is nothing that can be made; did you mean 'exercise'\?\n$/],
    [['constructor', 'tasks/a'], /^new: 'constructor' is nothing that can be made; .*\n$/],
    [['lesson'], /^new: the lesson has no name; npm run new -- lesson CHAPTER\/NAME\n$/],
    [['exercise', 'tasks/fetch', 'some'], /^new: expected one name, received 2: .*\n$/],
    [['exercise', '--force', 'tasks/a'], /^new: Unknown option '--force'.*\n$/],
    [['exercise', 'tasks/fetch-all'], /^new: there is an exercise 'tasks\/fetch-all' already: .*\n$/],
    [['exercise', 'task/fetch-some'], /^new: there is no chapter 'task'; did you mean 'tasks'\?.*\n$/],
  ])('that is wrong gets one line and exit code 2: %j', (args, says) => {
    const { status, stdout, stderr } = run(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(says);
  });

  test('explains itself', () => {
    expect(run('--help')).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringContaining('exercise CHAPTER/NAME') as string,
    });
    expect(existsSync(join(REPOSITORY, 'exercises/--help'))).toBe(false);
  });
});
