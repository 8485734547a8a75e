/** Runs the six awaits of the task, sees at each whether the event loop came round, and holds the reader's answers against that. */
import { expect, run, test } from 'grader';
import { createTask, sleep } from 'asyncio';

type Letter = 'a' | 'b' | 'c' | 'd' | 'e' | 'f';

async function nothing(): Promise<string> {
  return 'nothing';
}

async function around(): Promise<string> {
  return await nothing();
}

async function wait(): Promise<string> {
  await sleep(1);
  return 'waited';
}

/** The task's `main`, with a line before each await and one at the end. */
async function main(): Promise<void> {
  console.log('a');
  await nothing();
  console.log('b');
  await wait();
  const task = createTask(wait());
  console.log('c');
  await task;
  console.log('d');
  await task;
  console.log('e');
  await around();
  console.log('f');
  await sleep(0);
  console.log('end');
}

const CODE: Readonly<Record<Letter, string>> = {
  a: '`await nothing()`',
  b: '`await wait()`',
  c: 'the first `await task`',
  d: 'the second `await task`',
  e: '`await around()`',
  f: '`await sleep(0)`',
};

const WHY: Readonly<Record<Letter, string>> = {
  a: 'it went into the coroutine as a call would, and nothing in there had to wait.',
  b: 'it went into the coroutine, and the sleep in there had to wait. A coroutine that suspends takes along all those that await it.',
  c: 'the task had only been made, and needed turns of the loop to get its result.',
  d: 'the task was done by then, and a result that is there is given at once.',
  e: 'it went into one coroutine, and from there into another, and nothing in there had to wait. How deep it goes does not matter.',
  f: 'no time passed, and yet all others had a turn. That is what a pause of no length is for.',
};

/** What really happened at one of the awaits. */
function measured(letter: Letter): { readonly did: 'suspends' | 'goes on'; readonly told: string } {
  const lines = run(() => main()).output;
  const before = lines.findIndex((line) => line.text === letter);
  const [from, to] = [lines[before]?.it ?? 0, lines[before + 1]?.it ?? 0];
  const did = to > from ? 'suspends' : 'goes on';
  return {
    did,
    told:
      did === 'suspends'
        ? `the loop came round between it and the next line (from turn ${from} to ${to})`
        : `the loop did not come round (turn ${from} before and after)`,
  };
}

function check(answers: unknown, letters: readonly Letter[]): void {
  for (const letter of letters) {
    const said: unknown = (answers as Record<string, unknown> | undefined)?.[letter];
    const { did, told } = measured(letter);
    expect(said).toBe(did, about(letter, said, told));
  }
}

function about(letter: Letter, said: unknown, told: string): string {
  if (said === '?') return `\`${letter}\` is still a question mark: write 'suspends' or 'goes on'.`;
  if (said !== 'suspends' && said !== 'goes on')
    return `\`${letter}\` is ${said === undefined ? 'missing' : JSON.stringify(said)}: it is to be 'suspends' or 'goes on'.`;
  return `${letter}: at ${CODE[letter]} you have '${said}', but ${told}: ${WHY[letter]}`;
}

test('the awaits of coroutines are judged right', ({ program }) => {
  check(program.answers, ['a', 'b', 'e']);
});

test('the two awaits of the task are judged right', ({ program }) => {
  check(program.answers, ['c', 'd']);
});

test('the await of a pause is judged right', ({ program }) => {
  check(program.answers, ['f']);
});
