/** A record in the terminal's words: warnings and the traceback as Python prints them. */
import type { CompileError } from '../../src/compiler/index.ts';
import { RECORD_VERSION, type Budget, type ErrorInfo, type RunRecord } from '../../src/record/index.ts';
import { DEFAULT_LIMITS } from '../../src/sandbox/protocol.ts';

/** A program as the terminal names it (`file`), as its positions do (`name`), and its text. */
export interface Source {
  readonly file: string;
  readonly name: string;
  readonly source: string;
}

const { wallClock, wallClockInAll, loopSteps, turns, tasks, outputLines } = DEFAULT_LIMITS;

const BUDGETS: Readonly<Record<Budget, string>> = {
  'wall-clock': `it did not end within ${String(wallClock / 1000)} s of real time: it never gives control back. Look for a loop that has no end, a function that calls itself, or a regular expression that takes for ever`,
  'wall-clock-in-all': `it did not end within ${String(wallClockInAll / 1000)} s of real time, although it gives control back: its steps are slow, or there are very many`,
  'loop-steps': `its event loop took more than ${loopSteps.toLocaleString('en')} steps. Look for a loop that has no end, such as \`while (true) await sleep(0)\``,
  turns: `its loops turned more than ${turns.toLocaleString('en')} times without a pause: it never gives control back. Look for a loop that has no end`,
  tasks: `it had more than ${tasks.toLocaleString('en')} tasks at the same time. Look for a loop that makes tasks without an end`,
  output: `it printed more than ${outputLines.toLocaleString('en')} lines. Look for a loop that has no end`,
  memory: 'it used up the memory that a program has',
};

/** Frames of one place that are told in full; a recursion repeats itself. */
const REPEATS = 3;

/** The lines for stderr: warnings, then why it did not finish. */
export function told(record: RunRecord, of: Source): string[] {
  const lines = record.warnings.flatMap(({ category, text, hint, position }) => {
    if (category === 'log') return [text];
    return [
      `${of.file}:${position === undefined ? '' : `${String(position.line)}:`} ${category}: ${text}`,
      ...(hint === undefined ? [] : [`  ${hint}`]),
    ];
  });
  if (record.error !== undefined) lines.push(...traceback(record.error, of));
  if (record.budget !== undefined) lines.push(`${of.file} was ended: ${BUDGETS[record.budget]}.`);
  if (record.seenAt !== undefined) lines.push(`It was last seen in the loop at line ${String(record.seenAt.line)}.`);
  const { dropped } = record;
  if (dropped !== undefined && dropped.lines > 0) lines.push(`(${String(dropped.lines)} more lines are not shown)`);
  return lines;
}

function traceback(error: ErrorInfo, { file, name, source }: Source): string[] {
  const text = source.split('\n');
  const frames: string[] = [];
  let [last, count] = ['', 0];
  for (const frame of error.frames) {
    const shown = frame.file === name ? file : frame.file;
    const head = `  File "${shown}", line ${String(frame.line)}${frame.function === undefined ? '' : `, in ${frame.function}`}`;
    count = head === last ? count + 1 : 1;
    last = head;
    if (count === REPEATS + 1) frames.push('  [Previous line repeated]');
    if (count > REPEATS) continue;
    const code = frame.file === name ? text[frame.line - 1]?.trim() : undefined;
    frames.push(head, ...(code === undefined || code === '' ? [] : [`    ${code}`]));
  }
  const message = error.message === '' ? error.type : `${error.type}: ${error.message}`;
  const hint = error.hint === undefined ? [] : [`  (${error.hint})`];
  return [...(frames.length === 0 ? [] : ['Traceback (most recent call last):', ...frames]), message, ...hint];
}

/** The record of a program that does not compile: as Python has it, it raises a SyntaxError before anything runs. */
export function syntaxErrorRecord(errors: readonly CompileError[], file: string): RunRecord {
  const [first, ...others] = errors;
  const also = others.map(({ message, line }) => `line ${String(line)}: ${message}`);
  const error: ErrorInfo = {
    type: 'SyntaxError',
    message: [first?.message ?? 'it does not compile', ...also].join('\n'),
    frames: first === undefined ? [] : [{ file, line: first.line, column: first.column }],
    ...(first?.hint === undefined ? {} : { hint: first.hint }),
  };
  const nothing = { elapsed: 0, iterations: 0, output: [], events: [], tasks: [], warnings: [] };
  return { version: RECORD_VERSION, outcome: 'raised', error, ...nothing };
}
