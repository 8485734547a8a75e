/**
 * From a native stack trace to places in the learner's files: the text of V8, Firefox or WebKit is split into frames, and each frame of a program is led
 * back through that program's table (`CompiledProgram.positions`).
 *
 * Keeps true: a frame is a program's only if its place is exactly the program's file name, as its `sourceURL` gives it; our own frames (a bundle, a blob)
 * never are.
 */
import type { CompiledProgram } from '../compiler/index.ts';
import type { SourcePosition } from '../record/index.ts';

/** One line of a native stack. 'ours' is code around the program; what the engine itself calls (`Array.map`) stands in no frame. */
export type NativeFrame = { readonly of: 'program'; readonly position: SourcePosition } | { readonly of: 'ours' };

type Located = Pick<CompiledProgram, 'file' | 'positions'>;

const PLACE = /:(\d+):(\d+)$/;

/** The frames of a stack, innermost first. */
export function parseStack(stack: string, programs: readonly Located[]): NativeFrame[] {
  const frames: NativeFrame[] = [];
  for (const line of stack.split('\n')) {
    const text = line.trim();
    if (text === '' || text.includes('[native code]') || text.includes('<anonymous>)')) continue;
    const place = PLACE.exec(text.endsWith(')') ? text.slice(0, -1) : text);
    if (place === null) continue; // the message above the frames
    const before = text.slice(0, place.index);
    const program = programs.find(({ file }) => isIn(before, file));
    const position = program && locate(program, Number(place[1]), Number(place[2]), nameIn(before, program.file));
    frames.push(position === undefined ? { of: 'ours' } : { of: 'program', position });
  }
  return frames;
}

/** Whether the text before `:line:column` ends in exactly this file name: `at f (main.ts`, `at main.ts`, `f@main.ts`. */
function isIn(before: string, file: string): boolean {
  return before === `at ${file}` || before === `at async ${file}` || before.endsWith(`(${file}`) || before.endsWith(`@${file}`);
}

/** The function's name in a frame's text; undefined for one without a name. */
function nameIn(before: string, file: string): string | undefined {
  const raw = before
    .slice(0, -file.length)
    .replace(/^at (?:async )?/, '')
    .replace(/(?: ?\(|@)$/, '');
  const name = raw
    .replace(/ \[as .*\]$/, '')
    .replace(/^.*[./]/, '') // `new`, the class of a method, what a function stands in: a Python traceback names the function only
    .replace(/^new /, '')
    .replace(/[<*]+$/, '') // how Firefox marks functions without a name of their own
    .replace(/\$gen\$*$/, ''); // the compiler's mark for the generator of an async function
  return ['', 'eval', '<anonymous>', 'anonymous'].includes(name) || name.endsWith(' code') ? undefined : name;
}

/** Where `line:column` (from 1) of a program's code came from; undefined for code that the compiler added. */
function locate(
  { file, positions }: Located,
  line: number,
  column: number,
  name: string | undefined,
): SourcePosition | undefined {
  const row = positions[line - 1] ?? [];
  let found = 0;
  while (found + 3 < row.length && (row[found + 3] ?? Infinity) <= column - 1) found += 3;
  const [, sourceLine, sourceColumn] = row.slice(found, found + 3);
  if (sourceLine === undefined || sourceColumn === undefined) return undefined;
  return { file, line: sourceLine, column: sourceColumn + 1, ...(name === undefined ? {} : { function: name }) };
}
