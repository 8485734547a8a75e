/** The program's `console`: five methods that print, each one line per line of text. */
import type { Recorder, SourcePosition } from '../record/index.ts';
import { atOwnTime } from '../runtime/index.ts';
import { display, inspect } from './format.ts';

/** Raised by `console.log` once a run has printed all that it may, and at every further call. */
class OutputLimitExceeded extends Error {
  constructor(lines: number) {
    super(`more than ${String(lines)} lines of output`);
    Object.defineProperty(this, 'name', { value: 'OutputLimitExceeded' });
  }
}

/** Where printed lines go. */
export interface Printer {
  /** Who records now; undefined between runs, when what is printed belongs to none. */
  readonly recorder: () => Recorder | undefined;
  /** Where the call stands in the learner's file. */
  readonly here: () => SourcePosition | undefined;
  readonly limits: { readonly outputLines: number; readonly lineLength: number };
}

/** Makes a console that prints through `printer`. */
export function makeConsole(printer: Printer): object {
  const log = (...values: readonly unknown[]): void => {
    const recorder = printer.recorder();
    if (recorder === undefined) return;
    const position = recorder.full ? undefined : printer.here();
    // One more than fits tells that it was too much; a text of a million lines costs no more than that.
    const lines = printed(values, printer.limits.lineLength).split('\n', printer.limits.outputLines + 1);
    // What a thread prints comes when everybody's time has come there; then there is nobody left to be told that it was too much.
    let ahead = false;
    const waiting = atOwnTime(() => {
      for (const line of lines)
        if (!recorder.print(line, position) && !ahead) throw new OutputLimitExceeded(printer.limits.outputLines);
    }, false);
    ahead = waiting > 0;
    if (waiting > printer.limits.outputLines) throw new OutputLimitExceeded(printer.limits.outputLines);
  };
  // One function for all: its name is not looked at, and the record makes no difference between them.
  return { log, info: log, warn: log, error: log, debug: log };
}

/** The text of one call: the values with spaces between, after filling in a first text's `%s`, `%d`, `%i`, `%f`, `%j`, `%o` and `%O`. */
function printed(values: readonly unknown[], length: number): string {
  const [first, ...rest] = values;
  if (typeof first !== 'string' || rest.length === 0 || !first.includes('%'))
    return values.map((value) => display(value, length)).join(' ');
  const filled = first.replace(/%([sdifjoOc%])/g, (whole, kind: string) => {
    if (kind === '%') return '%';
    if (rest.length === 0) return whole;
    const value = rest.shift();
    if (kind === 'c') return '';
    if (kind === 's') return display(value, length);
    if (kind === 'o' || kind === 'O' || kind === 'j') return inspect(value, length);
    if (typeof value !== 'number') return typeof value === 'bigint' ? `${String(value)}n` : 'NaN';
    return String(kind === 'i' ? Math.trunc(value) : value);
  });
  return [filled, ...rest.map((value) => display(value, length))].join(' ');
}
