/** The results as text: read back by the rules of RFC 4180, and never run by a spreadsheet. */
import { expect, test } from 'vitest';
import { inOrder, rowWithout, type Row } from '../../../tools/grade/row.ts';
import { harmless, toCsv, toJson } from '../../../tools/grade/table.ts';

const row = (more: Partial<Row>): Row => ({
  ...rowWithout('missing', { learner: 'ann', exercise: 'a/b', file: '' }, ''),
  ...more,
});

/** A reader of CSV, by RFC 4180. */
function readCsv(text: string): string[][] {
  const lines: string[][] = [[]];
  for (const [, separator = '', quoted, plain = ''] of text.matchAll(/(^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)) {
    if (separator === '\r\n') lines.push([]);
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
  }
  return lines.slice(0, -1); // the last line ends with its end
}

test.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "' =1"],
  ['\r=1', ' ⏎ =1'],
  ['  =1', "'  =1"],
  ['"=1', '\'"=1'],
  ['＝1', "'＝1"],
  ['a;=1', "a;'=1"],
  ['a\n=1', 'a ⏎ =1'],
  ['took -3 s', 'took -3 s'],
  ['\u0000\u001B[2J', '\uFFFD\uFFFD[2J'],
])('%j is shown as %j', (text, shown) => {
  expect(harmless(text)).toBe(shown);
});

test('what is in a cell comes back out of it', () => {
  const rows = [row({ learner: 'a,"b"', told: 'x, "y"', passed: 1, of: 2, seconds: 0.5 }), row({ learner: 'Łucja 李' })];
  const [head, first, second] = readCsv(toCsv(rows).slice(1));
  expect(head).toEqual(['learner', 'exercise', 'verdict', 'passed', 'of', 'told', 'seconds', 'reason', 'file', 'hash']);
  expect(first).toEqual(['a,"b"', 'a/b', 'missing', '1', '2', 'x, "y"', '0.5', '', '', '']);
  expect(second?.[0]).toBe('Łucja 李');
});

test('JSON keeps every text as it is', () => {
  const rows = [row({ learner: '=1+1', told: 'a\nb' })];
  expect(JSON.parse(toJson(rows))).toEqual({ format: 'loopwise-grades', version: 1, rows });
});

test('rows stand by learner, then as the course has the exercises, then by file', () => {
  const rows = [
    row({ learner: 'bob', exercise: 'a/b' }),
    row({ learner: 'ann', exercise: 'none' }),
    row({ learner: 'ann', exercise: 'a/a', file: 'ann.json' }),
    row({ learner: 'ann', exercise: 'a/a', file: 'ann/a/a.ts' }),
    row({ learner: 'ann', exercise: 'a/b' }),
  ];
  const order = inOrder(rows, ['a/b', 'a/a']).map(({ learner, exercise, file }) => [learner, exercise, file].join(' ').trim());
  expect(order).toEqual(['ann a/b', 'ann a/a ann.json', 'ann a/a ann/a/a.ts', 'ann none', 'bob a/b']);
});
