/** Visits lists of people and reads off their lines who was visited when. */
import { expect, run, test } from 'grader';

type Run = ReturnType<typeof run>;
type VisitAll = (names: string[]) => Promise<void>;

const LISTS: readonly (readonly string[])[] = [['Ada', 'Ben', 'Cleo'], ['Dora'], ['Zoe', 'Anna', 'Zoe', 'Mia'], []];

function visited(visitAll: VisitAll, names: readonly string[]): Run {
  return run(async () => {
    await visitAll([...names]);
  });
}

const lines = (record: Run): string[] => record.output.map((line) => line.text);
const inOrder = (names: readonly string[]): string[] => names.flatMap((name) => [`${name}: knock`, `${name}: goodbye`]);

/** What Python said about coroutine objects that were lost, in one sentence. */
function lost(record: Run): string {
  const texts = record.warnings.filter((warning) => warning.text.includes('was never awaited')).map((warning) => warning.text);
  const [first] = texts;
  if (first === undefined) return '';
  return `${texts.length === 1 ? 'Once' : `${texts.length} times`} Python said: ${first}.`;
}

function aboutOrder(record: Run, names: readonly string[]): string {
  const { error } = record;
  const printed = lines(record);
  const did = `For ${names.join(', ') || 'an empty list'} it printed: ${printed.join(' / ') || 'nothing'}.`;
  if (error?.message.includes("'async for' requires"))
    return `visitAll raised ${error.type}: ${error.message}. A list is at hand already: nothing has to be awaited to get its next item.`;
  if (error) return ''; // the grader tells it, with its line and what to write
  if (printed.length === 0) return `${did} ${lost(record)} The calls made coroutine objects, and nobody ran them.`;
  const knocks = printed.filter((line) => line.endsWith('knock'));
  const strange = knocks.find((line) => !names.some((name) => line === `${name}: knock`));
  if (strange !== undefined) return `${did} '${strange.replace(': knock', '')}' is no name in the list.`;
  const atOnce = printed[1]?.endsWith('knock') === true;
  if (atOnce)
    return `${did} The second knock came before the first goodbye: the visits ran at the same time. One visit is to end before the next begins.`;
  if (knocks.length < names.length)
    return [did, lost(record), `Of ${names.length} visits ${knocks.length} began.`].filter((part) => part !== '').join(' ');
  return `${did} In the order of the list it would be: ${inOrder(names).join(' / ')}.`;
}

test('the visits come one after the other, in the order of the list', ({ program }) => {
  for (const names of LISTS) {
    const record = visited(program.visitAll, names);
    expect(lines(record)).toEqual(inOrder(names), aboutOrder(record, names));
  }
});

test('no coroutine object is left without being awaited', ({ program }) => {
  for (const names of LISTS) {
    const record = visited(program.visitAll, names);
    expect(lost(record)).toBe(
      '',
      `${lost(record)} \`forEach\`, \`map\` and the like call a function and drop or keep what it gives: they await nothing.`,
    );
  }
});

test('visitAll ends when the last visit has ended', ({ program }) => {
  for (const names of LISTS) {
    const record = visited(program.visitAll, names);
    expect(record.outcome).toBe('finished', aboutOrder(record, names));
    const cut = record.tasks.filter((task) => task.state !== 'finished').map((task) => task.coroutine);
    expect(cut).toEqual(
      [],
      `When visitAll ended, ${cut.length === 1 ? 'a visit' : `${cut.length} visits`} had not ended: a task was made and not awaited.`,
    );
    expect(record).toTake(
      names.length,
      `${names.length} visit${names.length === 1 ? '' : 's'} of 1 s, one after the other, take ${names.length} s. visitAll ended after {actual}.`,
    );
  }
});
