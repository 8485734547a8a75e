/** Runs the program of the task and holds the reader's two predictions against it. */
import { expect, run, test } from 'grader';
import { createTask, gather, getRunningLoop, sleep, type Future } from 'asyncio';

async function waiter(name: string, future: Future<string>): Promise<void> {
  const value = await future;
  console.log(`${name} gets ${value}`);
}

async function main(): Promise<void> {
  const future = getRunningLoop().createFuture<string>();
  const tasks = ['A', 'B', 'C'].map((name) => createTask(waiter(name, future)));
  await sleep(1);
  future.setResult('it');
  console.log('result is set');
  await sleep(0);
  console.log('main goes on');
  await gather(...tasks);
}

const shown = (lines: unknown): string => (Array.isArray(lines) ? lines.map(String).join(' / ') : String(lines));

test('the predicted lines are those that are printed', ({ program }) => {
  const truth = run(() => main()).output.map((line) => line.text);
  const answer: unknown = program.printed;
  const lines = Array.isArray(answer) ? answer.map(String) : [];
  const waiters = lines.filter((line) => line.includes('gets')).join(' / ');
  const did = `It printed: ${shown(truth)}`;
  const why =
    lines.length === 0
      ? '`printed` is still empty: write the lines into it, in order.'
      : lines[0] !== 'result is set'
        ? `${did}. You let a waiter go on inside of setResult: that only puts the waiters into the ready queue.`
        : waiters !== 'A gets it / B gets it / C gets it' && lines.length === truth.length
          ? `${did}. The waiters are woken in the order in which they began to wait.`
          : lines.indexOf('main goes on') < lines.indexOf('C gets it') && lines.includes('C gets it')
            ? `${did}. You let main go on before the waiters: they were in the ready queue before main was.`
            : `You predicted: ${shown(lines)}. ${did}: everybody who waits for a future gets its result.`;
  expect(answer).toEqual(truth, why);
});

test('the waiters go on in the predicted iteration', ({ program }) => {
  const { output } = run(() => main());
  const at = (text: string): number => output.find((line) => line.text === text)?.it ?? Number.NaN;
  const truth = at('A gets it') - at('result is set');
  const answer: unknown = program.iterationsLater;
  expect(answer).not.toBe(-1, '`iterationsLater` is still -1: write your prediction in its place.');
  expect(answer).toBe(
    truth,
    `You predicted {actual}, and it was ${truth}: what wakes a waiter goes through the ready queue, and that is the next iteration.`,
  );
});
