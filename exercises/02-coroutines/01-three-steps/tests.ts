/** Drives the coroutine of the task and holds the reader's list of lines against what was printed. */
import { expect, run, test } from 'grader';
import { sleep, type Coroutine } from 'asyncio';

async function errand(): Promise<string> {
  console.log('leaves');
  await sleep(0);
  console.log('takes bread');
  console.log('takes milk');
  await sleep(0);
  console.log('comes home');
  return 'bread and milk';
}

function drive(): void {
  const walk = errand() as unknown as Coroutine<string>;
  console.log('made');
  for (const step of ['first', 'second', 'third']) {
    const { done, value } = walk.send(undefined);
    console.log(done ? `${step} step: ended with ${value}` : `${step} step: suspended`);
  }
}

/** What is wrong with an answer before its order can be looked at; undefined when nothing is. */
function aboutShape(answer: readonly unknown[], printed: readonly string[]): string | undefined {
  const strange = answer.find((line) => !printed.includes(String(line)));
  if (strange !== undefined)
    return `\`log\` has ${JSON.stringify(strange)}, which is never printed. The eight lines stand in the editor: only their order is to be changed.`;
  const missing = printed.find((line) => !answer.includes(line));
  if (missing !== undefined) return `\`log\` is without '${missing}', which is printed once.`;
  if (answer.length > printed.length) return `\`log\` has ${answer.length} lines, and ${printed.length} were printed, each once.`;
  return undefined;
}

function about(answer: unknown, printed: readonly string[]): string {
  if (!Array.isArray(answer)) return '`log` is not a list any more: it holds the eight lines.';
  const shape = aboutShape(answer, printed);
  if (shape !== undefined) return shape;
  const at = (line: string): number => answer.indexOf(line);
  if (answer.every((line, index) => index === 0 || String(answer[index - 1]) <= String(line)))
    return '`log` is still sorted by the alphabet: put the lines into the order in which they are printed.';
  if (at('made') > at('leaves'))
    return "'made' was printed before 'leaves'. The call made the coroutine object, and ran none of its body: the first `send` began it.";
  if (at('first step: suspended') < at('leaves'))
    return "'first step: suspended' was printed after 'leaves'. `send` came back only when the coroutine had suspended, and until then its lines were run.";
  if (at('comes home') < at('first step: suspended'))
    return "At the first step only 'leaves' was printed. A step runs to the next place where the coroutine suspends, and no further.";
  if (at('takes bread') < at('second step: suspended') !== at('takes milk') < at('second step: suspended'))
    return "'takes bread' and 'takes milk' were printed in one step. Between them the coroutine did not suspend: a step is not a line.";
  const first = printed.findIndex((line, index) => line !== answer[index]);
  return `Line ${first + 1} of what was printed is '${String(printed[first])}', and you have '${String(answer[first])}' there.`;
}

test('the predicted lines are those that are printed, in that order', ({ program }) => {
  const printed = run(async () => {
    drive();
  }).output.map((line) => line.text);
  expect(program.log).toEqual(printed, about(program.log, printed));
});
