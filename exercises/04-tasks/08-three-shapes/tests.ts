/** Runs the three shapes and holds the reader's predictions against them. */
import { expect, run, test, type Program } from 'grader';
import { createTask, gather, sleep } from 'asyncio';

async function request(seconds: number): Promise<number> {
  await sleep(seconds);
  return seconds;
}

async function inTurn(): Promise<void> {
  for (const seconds of [1, 2, 3]) await request(seconds);
}

async function madeFirst(): Promise<void> {
  const tasks = [1, 2, 3].map((seconds) => createTask(request(seconds)));
  for (const task of tasks) await task;
}

async function gathered(): Promise<void> {
  await gather(request(1), request(2), request(3));
}

function judge(program: Program, name: string, shape: () => Promise<void>, idea: (answer: number) => string): void {
  const all: unknown = program.seconds;
  const answer = typeof all === 'object' && all !== null ? (all as Readonly<Record<string, unknown>>)[name] : undefined;
  const truth = run(shape).elapsed;
  expect(typeof answer).toBe('number', `\`seconds.${name}\` is not a number: write the seconds as a number, such as 5.`);
  expect(answer).not.toBe(-1, `\`seconds.${name}\` is still -1: write your prediction in its place.`);
  expect(answer).toBe(truth, `You predicted ${String(answer)} s for ${name}, and it took ${truth} s. ${idea(Number(answer))}`);
}

test('inTurn takes as long as predicted', ({ program }) => {
  judge(program, 'inTurn', inTurn, (answer) =>
    answer < 6
      ? 'Nothing overlaps: a request was begun when the one before it had ended.'
      : 'The three waits add up to less than that.',
  );
});

test('madeFirst takes as long as predicted', ({ program }) => {
  judge(program, 'madeFirst', madeFirst, (answer) =>
    answer >= 6
      ? 'All three tasks had been made before the first was awaited: they run while you await the first one.'
      : 'The last of the three tasks was awaited as well, and it takes longest.',
  );
});

test('gathered takes as long as predicted', ({ program }) => {
  judge(program, 'gathered', gathered, (answer) =>
    answer >= 6
      ? 'gather makes a task of each, and they all wait at the same time.'
      : 'gather waited for all three, and so for the longest.',
  );
});
