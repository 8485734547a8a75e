/** Makes the page and reads off its lines when each part was asked for. */
import { expect, run, test } from 'grader';

type Run = ReturnType<typeof run>;

const asked = (record: Run, part: string): number[] =>
  record.output.filter(({ text }) => text === `asks for ${part}`).map(({ t }) => t);

const PARTS = ['user', 'orders', 'friends', 'weather'];

const story = (record: Run): string =>
  record.output.map(({ text, t }) => `${text.replace('asks for ', '')} at ${t} s`).join(', ') || 'nothing';

test('the page is there after three seconds', ({ program }) => {
  const record = run(() => program.makePage());
  expect(record).toTake(
    3,
    `The page took {actual}. Asked for was: ${story(record)}. A part can be asked for as soon as what it needs is there.`,
  );
});

test('the parts of the page are right', ({ program }) => {
  const record = run(() => program.makePage());
  expect(record.result).toEqual(
    ['orders of user', 'friends of user', 'weather'],
    'The page was {actual}: orders and friends of the user, then the weather.',
  );
});

test('each part is asked for once', ({ program }) => {
  const record = run(() => program.makePage());
  const often = PARTS.map((part) => `${part} ${asked(record, part).length}`);
  expect(often).toEqual(
    ['user 1', 'orders 1', 'friends 1', 'weather 1'],
    `Parts, and how often they were asked for: {actual}. ${asked(record, 'user').length > 1 ? 'The user ran twice: two things needed it, and each fetched its own.' : ''}`,
  );
});

test('what needs the user is asked for when the user is there', ({ program }) => {
  const record = run(() => program.makePage());
  expect([...asked(record, 'orders'), ...asked(record, 'friends')]).toEqual(
    [1, 1],
    `The user is there at 1 s. Asked for was: ${story(record)}. Orders and friends both need the user, and not one another.`,
  );
});

test('nothing waits that need not wait', ({ program }) => {
  const record = run(() => program.makePage());
  expect([...asked(record, 'weather'), ...asked(record, 'user')]).toEqual(
    [0, 0],
    `User and weather need nobody. Asked for was: ${story(record)}.`,
  );
});
