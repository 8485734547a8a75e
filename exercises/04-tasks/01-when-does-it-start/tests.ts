/** Runs the program of the task and holds the reader's prediction against it. */
import { expect, run, test } from 'grader';
import { createTask, sleep } from 'asyncio';

async function child(name: string): Promise<void> {
  console.log(`${name} starts`);
  await sleep(0);
  console.log(`${name} ends`);
}

async function main(): Promise<void> {
  createTask(child('A'));
  console.log('A is made');
  const b = createTask(child('B'));
  console.log('B is made');
  await sleep(0);
  console.log('main goes on');
  await b;
  console.log('main ends');
}

const shown = (lines: unknown): string => (Array.isArray(lines) ? lines.map(String).join(' / ') : String(lines));

test('the predicted lines are those that are printed', ({ program }) => {
  const truth = run(() => main()).output.map((line) => line.text);
  const answer: unknown = program.printed;
  const lines = Array.isArray(answer) ? answer.map(String) : [];
  const place = (text: string): number => lines.indexOf(text);
  const did = `It printed: ${shown(truth)}`;
  const why =
    lines.length === 0
      ? '`printed` is still empty: write the lines into it, in order.'
      : lines.length !== truth.length
        ? `You predicted ${lines.length} lines, and there are ${truth.length}. ${did}.`
        : place('A starts') < place('B is made')
          ? `${did}. You let a child start while main was still running: its first step is in the next iteration of the loop.`
          : place('main goes on') < place('B starts')
            ? `${did}. You let main go on before the children had started: they were ready before main was.`
            : place('A ends') < place('main goes on')
              ? `${did}. You let a child end before main went on: main was ready again before the child was.`
              : `You predicted: ${shown(lines)}. ${did}.`;
  expect(answer).toEqual(truth, why);
});

test('no child is predicted to start before main lets go', ({ program }) => {
  const answer: unknown = program.printed;
  const lines = Array.isArray(answer) ? answer.map(String) : [];
  expect(lines).toContain('B is made', '`B is made` is not among the lines that you predicted.');
  const early = lines.slice(0, lines.indexOf('B is made')).filter((line) => / (starts|ends)$/.test(line));
  expect(early).toEqual(
    [],
    'You predicted {actual} before `B is made`. Until main has to wait, nobody else runs: create_task only schedules.',
  );
});
