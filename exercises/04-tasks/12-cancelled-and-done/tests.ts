/** Runs the program of the task and holds the reader's pairs against what it prints. */
import { expect, run, test, type Program } from 'grader';
import { getRunningLoop } from 'asyncio';

async function main(): Promise<[boolean, boolean][]> {
  const loop = getRunningLoop();
  const future = loop.createFuture<string>();
  const seen: [boolean, boolean][] = [[future.done(), future.cancelled()]];
  future.cancel();
  seen.push([future.done(), future.cancelled()]);
  const other = loop.createFuture<string>();
  other.setResult('ready');
  other.cancel();
  seen.push([other.done(), other.cancelled()]);
  return seen;
}

function judge(program: Program, place: number, idea: string): void {
  const truth = (run(() => main()).result as [boolean, boolean][])[place] ?? [];
  const answers: unknown = program.lines;
  const answer: unknown = Array.isArray(answers) ? answers[place] : undefined;
  expect(answer).toBeDefined(`Line ${place + 1} is missing: write a pair such as [true, false].`);
  expect(answer).toEqual(truth, `You predicted {actual}, and it printed ${truth.join(' ')}. ${idea}`);
}

test('a new future is as predicted', ({ program }) => {
  judge(program, 0, 'Nobody has done anything to it: it is pending.');
});

test('a cancelled future is as predicted', ({ program }) => {
  judge(program, 1, 'A cancelled future is done: nothing will come any more.');
});

test('a future with a result, cancelled afterwards, is as predicted', ({ program }) => {
  judge(
    program,
    2,
    'It had ended, with its result. What is done cannot be cancelled: cancel returned False, and changed nothing.',
  );
});
