/** Runs both programs of the task and holds the reader's predictions against their lines and times. */
import { expect, run, test } from 'grader';
import { gather, sleep } from 'asyncio';
import * as time from 'time';

async function hello(name: string): Promise<void> {
  console.log(`Hello ${name}`);
  await sleep(1);
  console.log(`World ${name}`);
}

async function polite(): Promise<void> {
  await gather(hello('A'), hello('B'));
}

async function helloBlocking(name: string): Promise<void> {
  console.log(`Hello ${name}`);
  time.sleep(1);
  console.log(`World ${name}`);
}

async function blocking(): Promise<void> {
  await gather(helloBlocking('A'), helloBlocking('B'));
}

type Run = ReturnType<typeof run>;

function lines(record: Run): string[] {
  return record.output.map((line) => line.text);
}

/** When a line was printed, as measured, in words. */
function when(record: Run, text: string): string {
  const line = record.output.find((each) => each.text === text);
  return line ? `'${text}' was printed at ${line.t} s` : `'${text}' was not printed`;
}

/** What is wrong with an answer before it can be compared at all; undefined when nothing is. */
function aboutShape(answer: unknown, name: string, record: Run): string | undefined {
  if (!Array.isArray(answer) || answer.length === 0) return `\`${name}\` is still empty: write the four lines into it, in order.`;
  const known = lines(record);
  const strange: unknown = answer.find((line) => !known.includes(String(line)));
  if (strange !== undefined)
    return `\`${name}\` has ${JSON.stringify(strange)}, which is never printed. The four lines are written as the task has them.`;
  const twice: unknown = answer.find((line, at) => answer.indexOf(line) !== at);
  if (twice !== undefined) return `\`${name}\` has ${JSON.stringify(twice)} twice, and each line is printed once.`;
  if (answer.length !== known.length) return `\`${name}\` has ${answer.length} lines, and ${known.length} were printed.`;
  return undefined;
}

function startsWithB(answer: unknown): boolean {
  return Array.isArray(answer) && answer[0] === 'Hello B';
}

const STARTED_IN_ORDER = 'gather starts them in the order of its arguments, so A begins.';

function aboutPolite(answer: unknown, record: Run): string {
  const shape = aboutShape(answer, 'politeLines', record);
  if (shape !== undefined) return shape;
  if (startsWithB(answer)) return `${when(record, 'Hello A')}, before 'Hello B': ${STARTED_IN_ORDER}`;
  const said = answer as string[];
  if (said.indexOf('World A') < said.indexOf('Hello B'))
    return `${when(record, 'Hello B')}, and ${when(record, 'World A')}: both were suspended at 0 s, and the loop was free for the other.`;
  if (said.indexOf('World B') < said.indexOf('World A'))
    return `'World A' was printed before 'World B', both at 1 s: sleeps of equal length end in the order in which they began.`;
  return `Two of the lines are the wrong way round. ${when(record, 'Hello B')}, ${when(record, 'World A')}.`;
}

function aboutBlocking(answer: unknown, record: Run): string {
  const shape = aboutShape(answer, 'blockingLines', record);
  if (shape !== undefined) return shape;
  if (startsWithB(answer)) return `${when(record, 'Hello A')}, before 'Hello B': ${STARTED_IN_ORDER}`;
  return `${when(record, 'Hello B')}: until then A's time.sleep(1) held the whole thread, and the loop could start nobody.`;
}

function aboutSeconds(answer: unknown, record: Run, name: string, sum: string, overlap: string): string {
  if (answer === -1) return `\`${name}\` is still -1: write your prediction in its place.`;
  if (typeof answer !== 'number') return `\`${name}\` is not a number: write the seconds as a number, such as 5.`;
  const took = `It took ${record.elapsed} s`;
  if (answer === 2) return `${took}. ${sum}`;
  if (answer === 1) return `${took}. ${overlap}`;
  return `You predicted ${String(answer)} s. ${took}: each of the two sleeps for 1 s; ask whether the sleeps can overlap.`;
}

test('the predicted lines with asyncio.sleep are those that are printed', ({ program }) => {
  const record = run(() => polite());
  expect(program.politeLines).toEqual(lines(record), aboutPolite(program.politeLines, record));
});

test('the predicted seconds with asyncio.sleep are those that pass', ({ program }) => {
  const record = run(() => polite());
  const sum = '2 s would be the sum of the two sleeps: but they overlap.';
  expect(program.politeSeconds).toBe(record.elapsed, aboutSeconds(program.politeSeconds, record, 'politeSeconds', sum, ''));
});

test('the predicted lines with time.sleep are those that are printed', ({ program }) => {
  const record = run(() => blocking());
  expect(program.blockingLines).toEqual(lines(record), aboutBlocking(program.blockingLines, record));
});

test('the predicted seconds with time.sleep are those that pass', ({ program }) => {
  const record = run(() => blocking());
  const overlap = '1 s would need the two sleeps to overlap: but while one sleeps, nobody else can begin.';
  expect(program.blockingSeconds).toBe(
    record.elapsed,
    aboutSeconds(program.blockingSeconds, record, 'blockingSeconds', '', overlap),
  );
});
