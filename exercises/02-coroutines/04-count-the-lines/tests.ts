/** Measures the program that the task shows, and holds the reader's two predictions against what it did. */
import { expect, run, test } from 'grader';
import { sleep } from 'asyncio';

async function knock(): Promise<void> {
  console.log('knock');
}

async function ask(): Promise<void> {
  console.log('asking');
  await sleep(1);
  console.log('answered');
}

async function goodbye(): Promise<void> {
  console.log('goodbye');
}

async function main(): Promise<void> {
  knock();
  ask();
  goodbye();
}

/** How many lines there are in the three bodies, and how many stand before the first `await`: what two common beliefs would print. */
const ALL_LINES = 4;
const LINES_BEFORE_AN_AWAIT = 3;

function counted(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}

function aboutLines(answer: unknown, printed: number): string {
  if (answer === -1) return '`linesPrinted` is still -1: write your prediction in its place.';
  if (typeof answer !== 'number') return '`linesPrinted` is not a number: write how many lines, such as 5.';
  const did = `The program printed ${counted(printed, 'line')}`;
  if (answer === ALL_LINES)
    return `${did}. ${answer} would be every line of the three bodies: but calling an async function runs none of its body.`;
  if (answer === LINES_BEFORE_AN_AWAIT)
    return `${did}. ${answer} would be right if each call ran until its first \`await\`, as a JavaScript promise does. A coroutine does not even begin.`;
  return `You predicted ${counted(answer, 'line')}. ${did}: ask what a call of an async function runs, and what it only makes.`;
}

function aboutWarnings(answer: unknown, given: number): string {
  if (answer === -1) return '`neverAwaited` is still -1: write your prediction in its place.';
  if (typeof answer !== 'number') return '`neverAwaited` is not a number: write how many warnings, such as 5.';
  const did = `Python warned ${given} times`;
  if (answer === 0)
    return `${did}. Nothing is lost silently here: a coroutine object that nobody awaits is reported when it is thrown away.`;
  if (answer === 1)
    return `${did}. 1 would be one warning for the whole program: but the three calls stand on lines of their own, and each object is reported.`;
  return `You predicted ${answer}. ${did}: count the coroutine objects that are made and never awaited. \`main\` itself is not one of them.`;
}

test('the predicted number of lines is the number that the program prints', ({ program }) => {
  const printed = run(() => main()).output.length;
  expect(program.linesPrinted).toBe(printed, aboutLines(program.linesPrinted, printed));
});

test('the predicted number of warnings is the number that Python gives', ({ program }) => {
  const given = run(() => main()).warnings.filter((warning) => warning.text.includes('was never awaited')).length;
  expect(program.neverAwaited).toBe(given, aboutWarnings(program.neverAwaited, given));
});
