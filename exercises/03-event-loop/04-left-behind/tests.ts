/** Runs both programs of the task and holds the reader's predictions against their lines and times. */
import { expect, run, test } from 'grader';
import { createTask, sleep } from 'asyncio';

async function backup(): Promise<void> {
  try {
    console.log('backup begins');
    await sleep(3);
    console.log('backup ends');
  } catch (error) {
    console.log('backup is cancelled');
    throw error;
  }
}

async function hurried(): Promise<void> {
  createTask(backup());
  console.log('main returns');
}

async function patient(): Promise<void> {
  createTask(backup());
  await sleep(1);
  console.log('main returns');
}

const LINES = ['backup begins', 'backup ends', 'backup is cancelled', 'main returns'];

/** Why a line that a reader left out was printed. */
const CAME: Readonly<Record<string, string>> = {
  'backup begins': 'Its first step stood in the ready queue before main was done, and what stands there still gets its turn.',
  'backup is cancelled': 'run does not just drop what is left over: it cancels it, and waits until it is over.',
  'main returns': 'main is what run waits for.',
};

/** What to say about predicted lines that are not those of the run. */
function about(answer: unknown, name: string, printed: readonly string[]): string {
  if (!Array.isArray(answer) || answer.length === 0) return `\`${name}\` is still empty: write the lines into it, in order.`;
  const said = answer as unknown[];
  const strange = said.find((line) => !LINES.includes(String(line)));
  if (strange !== undefined) return `\`${name}\` has ${JSON.stringify(strange)}. The lines are written as the task has them.`;
  if (new Set(said).size < said.length) return `\`${name}\` has a line twice, and none is printed twice.`;
  if (said.includes('backup ends'))
    return "'backup ends' was never printed. When main had returned, run was over with waiting: the backup still had to sleep, and it was left over.";
  const missing = printed.find((line) => !said.includes(line));
  if (missing !== undefined) return `'${missing}' was printed, and \`${name}\` does not have it. ${CAME[missing] ?? ''}`;
  if (said.indexOf('main returns') > said.indexOf('backup is cancelled'))
    return "'backup is cancelled' was printed last: main had returned by then. It is only what main leaves over that is cancelled.";
  return printed[0] === 'main returns'
    ? "'main returns' was printed before 'backup begins': createTask does not run anything, it only puts the first step into the ready queue, and main went on."
    : "'backup begins' was printed before 'main returns': main was suspended for a second, and the loop had nothing else to do.";
}

function aboutSeconds(answer: unknown, name: string, took: number): string {
  if (answer === -1) return `\`${name}\` is still -1: write your prediction in its place.`;
  if (typeof answer !== 'number') return `\`${name}\` is not a number: write the seconds as a number, such as 5.`;
  const fact = `It took ${took} s, and you predicted ${answer} s.`;
  if (answer === 3) return `${fact} 3 s would be the whole backup: but nobody waited for it.`;
  if (answer === 4) return `${fact} 4 s would be main and then the backup: but nobody waited for it.`;
  return `${fact} run is over when main is, and what is left over has been cancelled. Ask how long main takes.`;
}

test('the predicted lines of hurried are those that are printed', ({ program }) => {
  const printed = run(() => hurried()).output.map((line) => line.text);
  expect(program.hurriedLines).toEqual(printed, about(program.hurriedLines, 'hurriedLines', printed));
});

test('the predicted seconds of hurried are those that pass', ({ program }) => {
  const { elapsed } = run(() => hurried());
  expect(program.hurriedSeconds).toBe(elapsed, aboutSeconds(program.hurriedSeconds, 'hurriedSeconds', elapsed));
});

test('the predicted lines of patient are those that are printed', ({ program }) => {
  const printed = run(() => patient()).output.map((line) => line.text);
  expect(program.patientLines).toEqual(printed, about(program.patientLines, 'patientLines', printed));
});

test('the predicted seconds of patient are those that pass', ({ program }) => {
  const { elapsed } = run(() => patient());
  expect(program.patientSeconds).toBe(elapsed, aboutSeconds(program.patientSeconds, 'patientSeconds', elapsed));
});
