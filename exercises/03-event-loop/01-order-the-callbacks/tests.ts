/** Runs the program of the task and holds the predicted order against its lines, one idea a test. */
import { expect, run, test } from 'grader';
import { createTask, getRunningLoop, sleep } from 'asyncio';

function say(text: string): void {
  console.log(text);
}

async function child(): Promise<void> {
  say('the task');
}

async function main(): Promise<void> {
  const loop = getRunningLoop();
  say('main begins');
  loop.callLater(0, say, 'the timer');
  const task = createTask(child());
  loop.callSoon(say, 'the callback');
  say('main goes on');
  await sleep(0);
  say('main is back');
  await sleep(0);
  say('main ends');
  await task;
}

/** The lines as they are really printed. */
function printed(): string[] {
  return run(() => main()).output.map((line) => line.text);
}

/** What is wrong with an answer before its order can be looked at; undefined when nothing is. */
function aboutShape(answer: unknown, lines: readonly string[]): string | undefined {
  if (!Array.isArray(answer) || answer.length === 0) return '`order` is still empty: write the seven lines into it, in order.';
  const strange: unknown = answer.find((line) => !lines.includes(String(line)));
  if (strange !== undefined)
    return `\`order\` has ${JSON.stringify(strange)}, which is never printed. The seven lines are written as the task has them.`;
  const twice: unknown = answer.find((line, at) => answer.indexOf(line) !== at);
  if (twice !== undefined) return `\`order\` has ${JSON.stringify(twice)} twice, and each line is printed once.`;
  const missing = lines.find((line) => !answer.includes(line));
  return missing === undefined ? undefined : `'${missing}' is missing in \`order\`.`;
}

/** Compares the answer with the real order in these lines only. `why` is told when they differ. */
function inOrder(answer: unknown, lines: readonly string[], some: readonly string[], why: (said: string[]) => string): void {
  const shape = aboutShape(answer, lines);
  expect(shape).toBeUndefined(shape);
  const said = (answer as string[]).filter((line) => some.includes(line));
  expect(said).toEqual(
    lines.filter((line) => some.includes(line)),
    why(said),
  );
}

/** The first two neighbours of `said` that stand the wrong way round: as said, before and after. */
function swapped(said: readonly string[], lines: readonly string[]): readonly [string, string] {
  const at = said.findIndex((line, i) => lines.indexOf(line) > lines.indexOf(said[i + 1] ?? line));
  return [said[at] ?? '', said[at + 1] ?? ''];
}

test('nothing that main schedules runs before main suspends', ({ program }) => {
  const lines = printed();
  inOrder(
    program.order,
    lines,
    ['main begins', 'main goes on'],
    () => "'main begins' was printed before 'main goes on': a coroutine runs its lines from top to bottom.",
  );
  const said = program.order as string[];
  const early = said.slice(0, said.indexOf('main goes on')).find((line) => line.startsWith('the '));
  expect(early).toBeUndefined(
    `You have it that '${early ?? ''}' stands before 'main goes on'. Up to there main has not suspended once: createTask and callSoon only put something into the ready queue, callLater into the timers.`,
  );
});

test('what is ready runs in the order in which it became ready', ({ program }) => {
  const lines = printed();
  inOrder(program.order, lines, ['the task', 'the callback', 'main is back'], (said) => {
    const [later, earlier] = swapped(said, lines);
    return `'${earlier}' came before '${later}': the ready queue is a line in which nobody overtakes, neither a callback a task nor the other way round, and main joined it last.`;
  });
});

test('a timer that is due comes behind what is ready', ({ program }) => {
  const lines = printed();
  inOrder(program.order, lines, ['main is back', 'the timer', 'main ends'], (said) =>
    said.indexOf('the timer') === 2
      ? "The timer came before 'main ends': it was due at once, so it still ran in the same iteration as 'main is back'."
      : 'The timer was queued behind main: an iteration begins with what is ready, and the timers that are due join the end of that line. It was set first, and that does not help it.',
  );
});
