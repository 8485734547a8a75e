/** Runs the program of the task and holds the reader's two predictions against it. */
import { expect, run, test } from 'grader';
import { sleep, TimeoutError, waitFor } from 'asyncio';

const LIMIT = 1;
const CLEARING = 3;

async function slowOp(): Promise<void> {
  try {
    await sleep(400);
    console.log('completed');
  } finally {
    console.log('clearing up');
    await sleep(CLEARING);
    console.log('cleared up');
  }
}

async function main(): Promise<void> {
  try {
    await waitFor(slowOp(), LIMIT);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    console.log('timeout');
  }
}

function shown(lines: unknown): string {
  return Array.isArray(lines) ? lines.map(String).join(' / ') : String(lines);
}

function aboutPrinted(answer: unknown, truth: readonly string[]): string {
  if (Array.isArray(answer) && answer.length === 0) return '`printed` is still empty: write the lines into it, in order.';
  const did = `It printed: ${shown(truth)}`;
  if (!Array.isArray(answer)) return `${did}. \`printed\` is not a list of lines.`;
  const lines = answer.map(String);
  if (lines.includes('completed'))
    return `${did}. \`completed\` is not among them: after ${LIMIT} s the operation was cancelled, where it stood, in its long sleep.`;
  if (!lines.includes('timeout')) return `${did}. You left out \`timeout\`: main is told of it, by a TimeoutError.`;
  if (!lines.includes('clearing up'))
    return `${did}. Being cancelled is an error that is raised inside the operation, so its \`finally\` ran.`;
  if (!lines.includes('cleared up') || lines.indexOf('timeout') < lines.indexOf('cleared up'))
    return `${did}. You put \`timeout\` before the end of the clearing up: wait_for waits for the cancelled operation to finish.`;
  return `You predicted: ${shown(lines)}. ${did}.`;
}

function aboutSeconds(answer: unknown, truth: number): string {
  if (answer === -1) return '`seconds` is still -1: write your prediction in its place.';
  if (typeof answer !== 'number') return '`seconds` is not a number: write the seconds as a number, such as 5.';
  if (answer === LIMIT)
    return `It took ${truth} s. After ${LIMIT} s the operation was only cancelled: wait_for waits for the cancelled operation to finish.`;
  if (answer >= 400) return `It took ${truth} s. The operation did not go on for ${answer} s: it was cancelled after ${LIMIT} s.`;
  if (answer === CLEARING)
    return `It took ${truth} s. The clearing up alone takes ${answer} s, and it began only at the timeout.`;
  return `You predicted ${answer} s. It took ${truth} s: the operation was cancelled at the timeout, and then cleared up.`;
}

test('the predicted lines are those that are printed', ({ program }) => {
  const truth = run(() => main()).output.map((line) => line.text);
  expect(program.printed).toEqual(truth, aboutPrinted(program.printed, truth));
});

test('the predicted seconds are those that pass', ({ program }) => {
  const truth = run(() => main()).elapsed;
  expect(program.seconds).toBe(truth, aboutSeconds(program.seconds, truth));
});
