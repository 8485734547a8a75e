/** Orders several items and looks at the log, the time, and what was left behind. */
import { expect, run, test } from 'grader';

const ITEMS = ['apples', 'pears', 'plums'];

type Run = ReturnType<typeof run>;

function lines(record: Run): string[] {
  return record.output.map((line) => line.text);
}

function expectedLog(item: string): string[] {
  return [`packed ${item}`, `sending box of ${item}`, `delivered ${item}`, 'done'];
}

/** What this run did instead of the four lines, and the idea behind it. */
function aboutLog(record: Run, item: string): string {
  const log = lines(record);
  const printed = `It printed: ${log.length === 0 ? 'nothing' : log.join(' / ')}.`;
  const error = record.error;
  if (error?.message.includes('cannot reuse already awaited coroutine'))
    return `The order ended with ${error.type}: ${error.message}. ${printed} The same object was awaited twice: a coroutine object runs once, and then it is used up.`;
  if (record.warnings.some((warning) => warning.text.includes("'pack'")) && log.some((line) => line.startsWith('sending')))
    return `${printed} After \`sending\` stood a coroutine object where the box should be: calling \`pack\` ran none of it and gave no result.`;
  if (!log.includes(`packed ${item}`))
    return `${printed} There is no line \`packed ${item}\`: the body of \`pack\` did not run to its end.`;
  if (!log.includes(`delivered ${item}`)) return `${printed} ${aboutMissingDelivery(record, item)}`;
  if (log.indexOf(`delivered ${item}`) < log.indexOf(`sending box of ${item}`))
    return `${printed} It was delivered before it was sent: the delivery did not come after the packing.`;
  return `${printed} For this item the four lines should be: ${expectedLog(item).join(' / ')}.`;
}

function aboutMissingDelivery(record: Run, item: string): string {
  const missing = `There is no line \`delivered ${item}\``;
  if (record.tasks.some((task) => task.state === 'cancelled'))
    return `${missing}: the delivery had been started as a task, and the order ended without waiting for it. What still runs when the main coroutine ends is cancelled.`;
  if (record.warnings.some((warning) => warning.text.includes("'deliver'")))
    return `${missing}: \`deliver\` was called, but none of its body ran. A call only makes the coroutine object.`;
  return `${missing}: the body of \`deliver\` did not run to its end.`;
}

test('the log of an order is complete and in order', ({ program }) => {
  for (const item of ITEMS) {
    const record = run(() => program.order(item));
    expect(lines(record)).toEqual(expectedLog(item), aboutLog(record, item));
  }
});

test('no coroutine object is left without being awaited', ({ program }) => {
  const record = run(() => program.order('pears'));
  const left = record.warnings.map((warning) => warning.text);
  expect(left).toEqual(
    [],
    `When the order had ended, Python said: ${left.join('; ')}. A coroutine object that is made and dropped does nothing.`,
  );
});

test('an order takes 3 seconds, 1 for packing and 2 for the delivery', ({ program }) => {
  const record = run(() => program.order('plums'));
  const both = ['packed plums', 'delivered plums'].every((line) => lines(record).includes(line));
  const why = both ? 'the two did not come one after the other' : 'at least one of them was not waited for';
  expect(record).toTake(3, `Packing takes 1 s and the delivery after it 2 s. This order was over after {actual}: ${why}.`);
});

test('nothing of an order is still running when it is done', ({ program }) => {
  const record = run(() => program.order('apples'));
  const cut = record.tasks
    .filter((task) => task.state === 'cancelled' || task.state === 'pending')
    .map((task) => `${task.name} (${task.coroutine})`);
  expect(cut).toEqual(
    [],
    `When the order ended, ${cut.join(', ')} was still at work and was cancelled. Starting something is not yet waiting for it.`,
  );
});
