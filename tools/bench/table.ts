/** The table as text, as people and Markdown read it. */
import type { Row } from './rows.ts';

/** A value with its unit: `9.8 M/s`, `0.34 s`, `650 B`. */
export function shown(kind: Row['kind'], value: number): string {
  if (kind === 'memory') return `${value.toFixed(0)} B`;
  if (kind === 'time')
    return value < 0.1 ? `${(value * 1000).toFixed(0)} ms` : `${value < 10 ? value.toFixed(2) : value.toFixed(1)} s`;
  if (value >= 1e6) return `${value < 1e7 ? (value / 1e6).toFixed(2) : (value / 1e6).toFixed(1)} M/s`;
  return `${(value / 1e3).toFixed(0)} k/s`;
}

/** Markdown, the first column to the left and the others to the right. */
export function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const widths = head.map((title, at) =>
    Math.max(3, ...[title, ...lines.map((line) => line[at] ?? '')].map((text) => text.length)),
  );
  const padded = (line: readonly string[]): string =>
    `| ${widths.map((width, at) => (at === 0 ? (line[at] ?? '').padEnd(width) : (line[at] ?? '').padStart(width))).join(' | ')} |`;
  const rule = widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [padded(head), `| ${rule.join(' | ')} |`, ...lines.map(padded)].join('\n');
}

/** Footnotes, numbered as they come; the same words have the same number. */
export class Footnotes {
  readonly #texts: string[] = [];

  mark(text: string): string {
    if (!this.#texts.includes(text)) this.#texts.push(text);
    return String(this.#texts.indexOf(text) + 1)
      .split('')
      .map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? '')
      .join('');
  }

  toString(): string {
    return this.#texts.map((text) => `${this.mark(text)} ${text}`).join('\n');
  }
}
