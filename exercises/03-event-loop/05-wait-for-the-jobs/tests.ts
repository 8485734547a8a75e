/** Runs `main` with several lists of folders and looks at who came to an end, when, and who was cancelled. */
import { expect, run, test } from 'grader';

type Run = ReturnType<typeof run>;
type Folders = [folder: string, seconds: number][];

const LISTS: readonly Folders[] = [
  [
    ['photos', 3],
    ['letters', 1],
    ['music', 2],
  ],
  [
    ['a', 2],
    ['b', 0.5],
    ['c', 5],
    ['d', 4],
  ],
];

function longest(folders: Folders): number {
  return Math.max(...folders.map(([, seconds]) => seconds));
}

/** Folders whose backup was not done when `main` was: what run cancelled. */
function unfinished(record: Run, folders: Folders): string[] {
  const printed = record.output.map((line) => line.text);
  return folders.map(([folder]) => folder).filter((folder) => !printed.includes(`${folder}: done`));
}

/** Virtual seconds at which `main` was over. */
function mainEnded(record: Run): number {
  return record.tasks[0]?.ended ?? Number.NaN;
}

test('every backup comes to its end', ({ program }) => {
  for (const folders of LISTS) {
    const record = run(() => program.main(folders));
    const [first] = unfinished(record, folders);
    const told = `The backup of ${first ?? ''} was cancelled at ${mainEnded(record)} s, and would have needed ${folders.find(([folder]) => folder === first)?.[1] ?? 0}. main returned at that moment, and asyncio.run cancels whatever is left over then.`;
    expect(first).toBeUndefined(told);
    expect(record.tasks.filter(({ state }) => state === 'cancelled')).toHaveLength(0, 'A task was cancelled in the end.');
  }
});

test('the whole takes as long as the longest backup', ({ program }) => {
  for (const folders of LISTS) {
    const record = run(() => program.main(folders));
    const sum = folders.reduce((seconds, [, each]) => seconds + each, 0);
    const why =
      record.elapsed === sum
        ? 'each began only when the one before it was over.'
        : 'main has to return when the last backup is done, no earlier and no later.';
    expect(record).toTake(
      longest(folders),
      `Backups of ${folders.map(([, seconds]) => seconds).join(', ')} s at the same time take ${longest(folders)} s, and yours took {actual}: ${why}`,
    );
  }
});

test('the last line comes when everything is done', ({ program }) => {
  for (const folders of LISTS) {
    const record = run(() => program.main(folders));
    const lines = record.output.filter((line) => line.text === 'all are done');
    expect(lines).toHaveLength(1, `\`all are done\` was printed ${lines.length} times.`);
    const lastDone = record.output.findLast((line) => line.text.endsWith(': done'));
    const told =
      lastDone === undefined ? 'no backup was done at all' : `the last backup was done at ${lastDone.t} s, \`${lastDone.text}\``;
    const isLast = record.output.at(-1)?.text === 'all are done';
    expect(isLast && lines[0]?.t === lastDone?.t).toBe(
      true,
      `\`all are done\` was printed at ${lines[0]?.t ?? 0} s, and ${told}. The one should come right after the other.`,
    );
  }
});

test('without a folder it is over at once', ({ program }) => {
  const record = run(() => program.main([]));
  expect(record).toFinish(`With no folder at all main raised {actual}.`);
  expect(record).toTake(0, 'With no folder at all there is nothing to wait for: it took {actual}.');
  expect(record).toPrint(['all are done'], 'With no folder at all only `all are done` is printed.');
});
