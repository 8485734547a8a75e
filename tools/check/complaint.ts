/** What `check` says is wrong: one line each, with the place and what to do about it. */
import { relative } from 'node:path';

export interface Complaint {
  /** Absolute path. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly what: string;
  /** What to do about it. */
  readonly advice: string;
  /** True when the site cannot be built with it, or would be built without the page or exercise. */
  readonly stopsBuild?: boolean;
}

/** `exercises/04-tasks/02-fetch-all/tests.ts:12: what is wrong; what to do`. */
export function inOneLine({ file, line, what, advice }: Complaint, root: string): string {
  return `${relative(root, file)}:${line}: ${flat(what)}; ${flat(advice)}`;
}

function flat(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim();
}

/** In the order of files and lines, each once. */
export function inOrder(complaints: readonly Complaint[]): Complaint[] {
  const each = new Map(complaints.map((complaint) => [inOneLine(complaint, '/'), complaint]));
  return [...each.values()].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
