/** Runs the program of the trace and holds the reader's iterations against those in which its lines were printed. */
import { expect, run, test } from 'grader';
import { createTask, getRunningLoop, sleep } from 'asyncio';

function first(): void {
  console.log('first');
  getRunningLoop().callSoon(nested);
}

function second(): void {
  console.log('second');
}

function nested(): void {
  console.log('nested');
  getRunningLoop().callSoon(deeper);
}

function deeper(): void {
  console.log('deeper');
}

function late(): void {
  console.log('late');
}

async function child(): Promise<void> {
  console.log('child');
}

async function main(): Promise<void> {
  const loop = getRunningLoop();
  console.log('main begins');
  loop.callSoon(first);
  const task = createTask(child());
  loop.callSoon(second);
  loop.callLater(1, late);
  await sleep(1);
  console.log('main goes on');
  await task;
}

/** Holds the answers for `names` against the run; `why` is told of the first that differs. */
function compare(answers: unknown, names: readonly string[], why: (name: string, said: number, real: number) => string): void {
  const { output } = run(() => main());
  for (const name of names) {
    const real = output.find((line) => line.text === name)?.it ?? 0;
    const said: unknown = (answers as Record<string, unknown>)[name];
    if (typeof said !== 'number' || said < 1)
      expect(said).toBe(real, `\`${name}\` has no number of an iteration yet. The first iteration is 1.`);
    else expect(said).toBe(real, `You have \`${name}\` in iteration ${said}. ${why(name, said, real)}`);
  }
}

test('what main schedules runs in the next iteration', ({ program }) => {
  compare(program.iterations, ['first', 'child', 'second'], (name, said) =>
    said < 2
      ? `${name} was only put into the ready queue: in iteration 1 main had the loop's thread, until it suspended.`
      : 'first, child and second ran in one iteration: all three were ready when it began, and an iteration runs everything that is.',
  );
});

test('what a callback schedules runs one iteration later', ({ program }) => {
  compare(program.iterations, ['nested', 'deeper'], (name, said, real) =>
    said < real
      ? `${name} was scheduled while an iteration ran: it was added after the batch was counted, and had to wait for the next one.`
      : `${name} ran in iteration ${real}: the one right after that in which it was scheduled.`,
  );
});

test('the loop waits in an iteration of its own for the timer', ({ program }) => {
  compare(program.iterations, ['late'], (_name, said, real) =>
    said === 1
      ? `late ran at 1 s, in iteration ${real}. An iteration is no second: ${real - 1} iterations were over before the clock first moved.`
      : `late ran in iteration ${real}, right after that of deeper: while anything was ready, the clock stood still. Then the loop waited, and ran what the waiting was for.`,
  );
});

test('a sleeper goes on one iteration after its timer', ({ program }) => {
  compare(
    program.iterations,
    ['main goes on'],
    (_name, _said, real) =>
      `main went on in iteration ${real}. In iteration ${real - 1} its timer fired: that puts main into the ready queue, and what is put there runs in the next iteration.`,
  );
});
