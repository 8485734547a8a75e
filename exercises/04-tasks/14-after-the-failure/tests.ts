/** Runs the program of the task and holds the reader's lines and times against it. */
import { expect, run, test, type Program } from 'grader';
import { gather, sleep } from 'asyncio';

async function quick(): Promise<void> {
  await sleep(1);
  throw new Error('quick has failed');
}

async function slow(): Promise<void> {
  await sleep(5);
  console.log('slow is done');
}

async function main(): Promise<void> {
  try {
    await gather(quick(), slow());
  } catch {
    console.log('main has caught it');
  }
  await sleep(10);
  console.log('main is done');
}

const truth = (): { text: string; t: number }[] => run(() => main()).output.map(({ text, t }) => ({ text, t }));

/** The reader's pairs; what is no pair is left out. */
function pairs(program: Program): [unknown, string][] {
  const answer: unknown = program.printed;
  if (!Array.isArray(answer)) return [];
  return answer.flatMap((pair: unknown) => (Array.isArray(pair) ? [[pair[0], String(pair[1])] as [unknown, string]] : []));
}

test('the predicted lines are those that are printed', ({ program }) => {
  const lines = pairs(program).map(([, line]) => line);
  const printed = truth().map(({ text }) => text);
  const did = `It printed: ${printed.join(' / ')}`;
  const why =
    lines.length === 0
      ? "`printed` is still empty: write pairs into it, such as [3, 'slow is done']."
      : !lines.includes('slow is done')
        ? `${did}. You left out \`slow is done\`: nobody cancels it when the other one fails, and it goes on.`
        : !lines.includes('main has caught it')
          ? `${did}. You left out \`main has caught it\`: the error comes out of gather.`
          : lines.indexOf('slow is done') < lines.indexOf('main has caught it')
            ? `${did}. You let gather wait for slow before it raises: the first error comes out at once.`
            : `You predicted: ${lines.join(' / ')}. ${did}.`;
  expect(lines).toEqual(printed, why);
});

test('the predicted times are those of the lines', ({ program }) => {
  const answered = new Map(pairs(program).map(([t, line]) => [line, t]));
  for (const { text, t } of truth()) {
    if (!answered.has(text)) continue;
    const idea =
      text === 'main has caught it'
        ? 'the first error comes out at once, at 1 s.'
        : text === 'slow is done'
          ? 'it began at 0 s and needs its 5 s, whatever happens to the other one.'
          : 'main sleeps for 10 s when it has caught the error.';
    expect(answered.get(text)).toBe(t, `You predicted \`${text}\` for {actual} s, and it was printed at ${t} s: ${idea}`);
  }
  expect(answered.size).toBeGreaterThan(0, 'There are no times yet.');
});
