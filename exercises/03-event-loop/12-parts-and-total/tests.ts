/** Runs chains whose parts take known times, alone and together, and reads the seconds off the printed lines. */
import { expect, run, test } from 'grader';
import { sleep } from 'asyncio';

type Run = ReturnType<typeof run>;
type Seconds = readonly [name: string, first: number, second: number];

/** The chains of note 003, as its seed draws them. */
const NOTE: readonly Seconds[] = [
  ['1', 4, 7],
  ['2', 4, 4],
  ['3', 0, 4],
];

function parts(chains: readonly Seconds[]): [string, () => unknown, () => unknown][] {
  return chains.map(([name, first, second]) => [name, () => sleep(first), () => sleep(second)]);
}

function lines(record: Run): string[] {
  return record.output.map((line) => line.text);
}

const line = ([name, first, second]: Seconds): string =>
  `chain ${name}: ${first.toFixed(2)} + ${second.toFixed(2)} = ${(first + second).toFixed(2)} s`;

/** The line of a chain that was printed, or words for its absence. */
function printed(record: Run, name: string): string {
  return lines(record).find((each) => each.startsWith(`chain ${name}:`)) ?? `no line of chain ${name}`;
}

test('a chain prints what its parts and both together took', ({ program }) => {
  const record = run(async () => {
    await sleep(5);
    await program.chain(
      'a',
      () => sleep(2),
      () => sleep(3),
    );
  });
  expect(record).toFinish();
  const told = printed(record, 'a');
  const why =
    record.elapsed < 10
      ? 'The second part begins when the first is over: one after the other.'
      : told.includes('7.00')
        ? 'A single reading of the clock tells the seconds since that clock began.'
        : told.includes('+ 5.00')
          ? 'The second part was counted from the start of the chain.'
          : 'Each number is the difference of two readings: one when something begins, and one when it ends.';
  expect(lines(record)).toEqual(
    ['chain a: 2.00 + 3.00 = 5.00 s'],
    `The parts of chain a took 2 s and 3 s, and there was printed: ${told}. ${why}`,
  );
});

test('chains that run at the same time measure each for itself', ({ program }) => {
  const record = run(() => program.report(parts(NOTE)));
  expect(record).toFinish();
  for (const chain of NOTE) {
    const [name, first, second] = chain;
    const told = printed(record, name);
    const why = told.startsWith('chain')
      ? 'If it is right for a chain alone, then something that it had kept has been overwritten by another chain while it waited.'
      : 'The chain was not started, or nobody waited for its end.';
    expect(told).toBe(
      line(chain),
      `The parts of chain ${name} took ${first} s and ${second} s, and there was printed: ${told}. ${why}`,
    );
  }
});

test('all chains run at the same time', ({ program }) => {
  const record = run(() => program.report(parts(NOTE)));
  expect(record).toTake(11, 'The longest of the three chains takes 11 s. All of them together took {actual}.');
  expect(lines(record).at(-1)?.startsWith('total')).toBe(
    true,
    `The last line is the total. Yours was: ${lines(record).at(-1) ?? 'nothing'}.`,
  );
});

test('the total is what has passed by the clock', ({ program }) => {
  const chains: readonly Seconds[] = [
    ['x', 1, 1.5],
    ['y', 2, 1],
  ];
  const record = run(async () => {
    await sleep(5);
    await program.report(parts(chains));
  });
  expect(record).toFinish();
  const total = lines(record).find((each) => each.startsWith('total')) ?? 'no total';
  const why =
    total === 'total: 5.50 s'
      ? 'That is the sum. But the chains overlap: by the clock less has passed.'
      : 'Look at where the clock is read for it: before the first chain begins, and after the last has ended.';
  expect(total).toBe(
    'total: 3.00 s',
    `A chain of 2.5 s and one of 3 s ran at the same time, and there was printed: ${total}. ${why}`,
  );
});
