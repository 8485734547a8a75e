/**
 * The files of a new exercise: a small one that works, and in each file lines marked TODO(author) that say what to put in its place. With those lines taken
 * away it passes `npm run check` as it is, since nothing in it is a pretence: each hidden test can fail, the mistake is one, and the variants differ.
 */
import { inYaml } from './yaml.ts';

/** What every program of the exercise begins with. */
const GIVEN = (imports: string): string => `import { ${imports} } from 'asyncio';

/** One question: its answer comes after one second. Leave it as it is. */
export async function ask(question: number): Promise<number> {
  await sleep(1);
  return 10 * question;
}
`;

/** A whole program: \`askBoth\` with this body. */
const program = (imports: string, body: readonly string[]): string => `${GIVEN(imports)}
export async function askBoth(first: number, second: number): Promise<number[]> {
${body.map((line) => `  ${line}\n`).join('')}}

async function main(): Promise<void> {
  console.log(await askBoth(1, 2));
}

run(main());
`;

const DESCRIPTION = (title: string, concept: string): string => `---
# TODO(author): name it in a few words, and the concepts that it trains; a lesson teaches each of them
title: ${inYaml(title)}
concepts: ${inYaml([concept])}
minutes: 5
# TODO(author): write two or three hints, the least telling first; the reader opens them one by one
hints:
  - Each question waits for one second. Can the second question leave before the first answer is there?
  - Make both of them run before you wait for either.
# TODO(author): below this line, say what the program must do, in words that suffice to pass every test
---

\`ask(question)\` gives an answer after one second. Leave it as it is.

Write \`askBoth(first, second)\`. It asks both questions at the same time and returns the list of the two answers, the answer to \`first\` in front.
`;

const TESTS = `/** Asks two questions and looks at the answers and at the time that they took. */
import { expect, run, test } from 'grader';

// TODO(author): one test for each thing that the task asks for; its name is a sentence, the last argument tells the reader what the program did
test('both answers come back, that to the first question in front', ({ program }) => {
  const record = run(async () => await program.askBoth(4, 3));
  expect(record.result).toEqual([40, 30], 'askBoth(4, 3) gave {actual}: the answers are 40 and 30, in this order');
});

test('both questions are asked at the same time', ({ program }) => {
  const record = run(async () => await program.askBoth(1, 2));
  expect(record).toTake(1, 'two answers that are waited for at the same time take 1 s; askBoth(1, 2) took {actual}');
});
`;

const MISTAKE = `// fails: both questions are asked at the same time
// says: askBoth(1, 2) took 2 s
// TODO(author): a wrong answer that people really give; above, each test that it fails and a part of what its author is told
${program('run, sleep', ['return [await ask(first), await ask(second)];'])}`;

const variant = (imports: string, body: readonly string[]): string =>
  `// TODO(author): a right answer that is written in another way than the solution\n${program(imports, body)}`;

/** The files by their path in the exercise's folder. `concept`: one that its chapter teaches. */
export function exerciseFiles(title: string, concept: string): Readonly<Record<string, string>> {
  return {
    'exercise.md': DESCRIPTION(title, concept),
    'starter.ts': program('run, sleep', [
      '// TODO(author): leave a program that runs and does not do its task yet, and a TODO for the reader, as the next line is',
      '// TODO: ask both questions at the same time and return both answers',
      'return [];',
    ]),
    'solution.ts': `// TODO(author): the answer that you would show\n${program('gather, run, sleep', ['return await gather(ask(first), ask(second));'])}`,
    'tests.ts': TESTS,
    'mistakes/one-after-the-other.ts': MISTAKE,
    'variants/gathers-a-list.ts': variant('gather, run, sleep', [
      'const questions = [first, second];',
      'return await gather(...questions.map((question) => ask(question)));',
    ]),
    'variants/tasks-awaited-in-turn.ts': variant('createTask, run, sleep', [
      'const early = createTask(ask(first));',
      'const late = createTask(ask(second));',
      'return [await early, await late];',
    ]),
    'variants/in-a-group.ts': variant('TaskGroup, asyncWith, run, sleep', [
      'const tasks = await asyncWith(new TaskGroup(), async (group) => [group.createTask(ask(first)), group.createTask(ask(second))]);',
      'return tasks.map((task) => task.result());',
    ]),
  };
}
