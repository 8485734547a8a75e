/** Runs the program of the task and holds the reader's three predictions against it. */
import { expect, run, test } from 'grader';
import { gather, sleep } from 'asyncio';

const DELAYS = [3, 1, 2] as const;

async function wait(seconds: number): Promise<number> {
  await sleep(seconds);
  console.log(seconds);
  return seconds;
}

async function main(): Promise<number[]> {
  return await gather(...DELAYS.map((delay) => wait(delay)));
}

function shown(numbers: unknown): string {
  return Array.isArray(numbers) ? `[${numbers.map(String).join(', ')}]` : String(numbers);
}

function aboutPrinted(answer: unknown, truth: readonly number[]): string {
  if (Array.isArray(answer) && answer.length === 0) return '`printed` is still empty: write the numbers into it, in order.';
  const did = `They were printed in the order ${shown(truth)}`;
  if (shown(answer) === shown(DELAYS))
    return `${did}. ${shown(answer)} is the order of the arguments: all three wait at the same time, and the shortest wait ends first.`;
  return `You predicted ${shown(answer)}. ${did}: all three begin to wait at 0 s, each for its own time.`;
}

function aboutResults(answer: unknown, truth: readonly number[], ended: readonly number[]): string {
  if (Array.isArray(answer) && answer.length === 0) return '`results` is still empty: write the numbers into it, in order.';
  const did = `gather gave ${shown(truth)}`;
  const rule = 'the results stand in the order of the arguments, whatever ends first';
  if (shown(answer) === shown(ended)) return `${did}. ${shown(answer)} is the order in which they ended: ${rule}.`;
  if (Array.isArray(answer) && answer.length !== truth.length)
    return `${did}, and you predicted ${shown(answer)}: there is one result for each argument.`;
  return `You predicted ${shown(answer)}, and ${did}: ${rule}.`;
}

function aboutSeconds(answer: unknown, truth: number): string {
  if (answer === -1) return '`seconds` is still -1: write your prediction in its place.';
  if (typeof answer !== 'number') return '`seconds` is not a number: write the seconds as a number, such as 5.';
  const sum = DELAYS.reduce((total, delay) => total + delay, 0);
  if (answer === sum) return `It took ${truth} s. ${sum} s is the sum of the three waits: but they overlap.`;
  if (answer < truth) return `It took ${truth} s. After ${answer} s one or more were still waiting: gather waited for all three.`;
  return `You predicted ${answer} s. It took ${truth} s: mark on one line of time when each wait ends.`;
}

test('the predicted order of the printed numbers is the order in which they are printed', ({ program }) => {
  const truth = run(() => main()).output.map((line) => Number(line.text));
  expect(program.printed).toEqual(truth, aboutPrinted(program.printed, truth));
});

test('the predicted results are what gather gives', ({ program }) => {
  const record = run(() => main());
  const truth = record.result as number[];
  expect(program.results).toEqual(
    truth,
    aboutResults(
      program.results,
      truth,
      record.output.map((line) => Number(line.text)),
    ),
  );
});

test('the predicted seconds are those that pass', ({ program }) => {
  const truth = run(() => main()).elapsed;
  expect(program.seconds).toBe(truth, aboutSeconds(program.seconds, truth));
});
