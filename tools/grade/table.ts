/**
 * Results as text: CSV for a spreadsheet (RFC 4180), JSON for a program.
 *
 * Keeps true: a spreadsheet that opens the CSV runs nothing of it. A cell that would be read as a formula begins with an apostrophe instead, also where a
 * program set to another separator would see a cell begin; every text is quoted, and on one line.
 */
import { COLUMNS, type Row } from './row.ts';

/** What makes a spreadsheet take a cell for a formula, in ASCII and in full width. */
const FORMULA = /(^|[;|])([\s"'\u00A0]*)(?=[=+\-@＝＋－＠])/g;

/** Text as a spreadsheet shows it and does not run it. */
export function harmless(text: string): string {
  return text
    .replaceAll(/\r\n|[\r\n\u2028\u2029\v\f]/g, ' ⏎ ')
    .replaceAll('\t', ' ')
    .replaceAll(/\p{Cc}/gu, '\uFFFD')
    .replaceAll(FORMULA, "$1'$2");
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  return typeof value === 'number' ? String(value) : `"${harmless(value).replaceAll('"', '""')}"`;
}

/** The table as CSV. A byte order mark tells spreadsheets that it is UTF-8. */
export function toCsv(rows: readonly Row[]): string {
  const lines = [COLUMNS.join(','), ...rows.map((row) => COLUMNS.map((column) => cell(row[column])).join(','))];
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** The table as JSON: one row a line, so that two of them can be compared. */
export function toJson(rows: readonly Row[]): string {
  const ordered = rows.map((row) => Object.fromEntries(COLUMNS.map((column) => [column, row[column]])));
  return `{"format":"loopwise-grades","version":1,"rows":[\n${ordered.map((row) => JSON.stringify(row)).join(',\n')}\n]}\n`;
}
