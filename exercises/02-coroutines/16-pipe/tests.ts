/** Makes pipes of stages that print what they get, and looks at values, times and tasks. */
import { expect, run, test } from 'grader';
import { gather, iscoroutine, isfuture, sleep, ValueError } from 'asyncio';

type Run = ReturnType<typeof run>;
type Stage = (value: unknown) => Promise<unknown>;

/** A stage that says what it gets, takes so many seconds, and puts its name behind the value. */
function stage(name: string, seconds: number): Stage {
  return async (value) => {
    console.log(`${name} gets ${shown(value)}`);
    await sleep(seconds);
    return `${shown(value)}${name}`;
  };
}

async function broken(value: unknown): Promise<unknown> {
  await sleep(1);
  throw new ValueError(`no way with ${shown(value)}`);
}

function shown(value: unknown): string {
  if (value === undefined) return 'None';
  if (iscoroutine(value)) return 'a coroutine object';
  if (isfuture(value)) return 'a future';
  if (typeof value === 'function') return 'a function';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const lines = (record: Run): string[] => record.output.map((line) => line.text);

/** What the stages said, and what Python said of coroutine objects that were dropped. */
function told(record: Run): string {
  const [lost] = record.warnings;
  return `The stages printed: ${lines(record).join(' / ') || 'nothing'}.${lost === undefined ? '' : ` Python said: ${lost.text}.`}`;
}

/** What stands in the way of any look at the values; undefined when nothing does. */
function aboutError(record: Run): string | undefined {
  const { error } = record;
  if (error?.message.includes('cannot reuse already awaited coroutine') || error?.message.includes('being awaited already'))
    return `It raised ${error.type}: ${error.message}. A coroutine object runs once: each use of the pipe needs fresh ones.`;
  if (error?.message.includes('is not a function'))
    return `It raised ${error.type}: ${error.message}. What \`pipe\` returns is called with a value: it is a function.`;
  return error ? '' : undefined; // the grader tells it, with its line and what to write
}

test('each stage gets what the stage before it gave', ({ program }) => {
  const record = run(async () => await program.pipe(stage('a', 0), stage('b', 1), stage('c', 0))('>'));
  const right = ['a gets >', 'b gets >a', 'c gets >ab'];
  const error = aboutError(record);
  expect(lines(record)).toEqual(
    right,
    error ?? `${told(record)} Each is to get what the one before it gave: ${right.join(' / ')}.`,
  );
  expect(record.result).toBe('>abc', error ?? `The last stage gave '>abc', and the pipe ${shown(record.result)}.`);
});

test('the stages come one after the other', ({ program }) => {
  const record = run(async () => await program.pipe(stage('a', 1), stage('b', 2), stage('c', 3))('>'));
  expect(record.outcome).toBe('finished', aboutError(record));
  expect(record).toTake(6, 'Stages of 1, 2 and 3 s, one after the other, take 6 s. The pipe took {actual}.');
});

test('all of it runs in one task', ({ program }) => {
  const record = run(async () => await program.pipe(stage('a', 1), stage('b', 0), stage('c', 1))('>'));
  const extra = record.tasks.filter((task) => task.by !== null).length;
  expect(extra).toBe(
    0,
    `Beside the task that awaited the pipe, ${extra} more task${extra === 1 ? ' was' : 's were'} made. An \`await\` of a coroutine runs it in place: nobody else is needed.`,
  );
});

test('without stages the value comes back', ({ program }) => {
  for (const value of [7, undefined, '']) {
    const record = run(async () => await program.pipe()(value));
    const came =
      record.error === undefined ? `gave ${shown(record.result)}` : `raised ${record.error.type}: ${record.error.message}`;
    expect(record.error === undefined && record.result === value).toBe(
      true,
      `A pipe without stages got ${shown(value)}, and ${came}.`,
    );
  }
});

test('a pipe can be used again, also by two at the same time', ({ program }) => {
  const record = run(async () => {
    const through = program.pipe(stage('a', 1), stage('b', 1)) as Stage;
    const first = await through('1');
    const both = await gather(through('2'), through('3'));
    return [first, ...both];
  });
  const result = Array.isArray(record.result) ? record.result.map(shown) : [];
  expect(result).toEqual(
    ['1ab', '2ab', '3ab'],
    aboutError(record) ??
      `One pipe got 1, and then 2 and 3 at the same time. It gave ${result.join(', ')}. Each use goes through all stages, with a value of its own.`,
  );
});

test('an error ends the pipe, and comes out', ({ program }) => {
  const record = run(async () => await program.pipe(stage('a', 0), broken, stage('c', 0))('>'));
  expect(record.error?.type).toBe(
    'ValueError',
    `The second stage raised a ValueError, and the pipe gave ${shown(record.result)}. Its error is nobody's to keep: who awaits the pipe has to learn of it.`,
  );
  expect(record).toRaise('ValueError');
  expect(lines(record)).toEqual(
    ['a gets >'],
    `The second stage raised a ValueError. ${told(record)} No later stage is to begin.`,
  );
});

test('nothing runs before the pipe is called and awaited', ({ program }) => {
  const record = run(async () => {
    const through = program.pipe(stage('a', 0), stage('b', 0)) as Stage;
    await sleep(1);
    console.log('calls it');
    const use = through('>');
    await sleep(1);
    console.log('awaits it');
    await use;
  });
  const right = ['calls it', 'awaits it', 'a gets >', 'b gets >a'];
  expect(lines(record)).toEqual(
    right,
    aboutError(record) ??
      `It printed: ${lines(record).join(' / ')}. No stage is called before the pipe is awaited: ${right.join(' / ')}.`,
  );
});
