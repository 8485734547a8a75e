/** What a person reads while grading goes on, and at its end. */
import { OUTCOMES, type Row } from './row.ts';

/** One line an exercise: how many passed, failed, and so on; then what belongs to no exercise. */
export function summary(rows: readonly Row[], exercises: readonly string[]): string {
  const graded = exercises.filter((id) => rows.some(({ exercise }) => exercise === id));
  const others = rows.filter(({ exercise }) => !exercises.includes(exercise));
  const width = Math.max(8, ...graded.map((id) => id.length));
  const head = ['exercise'.padEnd(width), ...OUTCOMES.map((outcome) => outcome.padStart(outcome.length + 2))].join('');
  const line = (name: string, of: readonly Row[]): string =>
    [
      name.padEnd(width),
      ...OUTCOMES.map((outcome) => String(of.filter(({ verdict }) => verdict === outcome).length).padStart(outcome.length + 2)),
    ].join('');
  return [
    head,
    ...graded.map((id) =>
      line(
        id,
        rows.filter(({ exercise }) => exercise === id),
      ),
    ),
    ...(others.length > 0 ? [line('(none)', others)] : []),
  ].join('\n');
}

/** Real milliseconds between two drawings of the bar. */
const EVERY = 100;
const BAR = 30;

/** A progress bar on a terminal; says nothing elsewhere. */
export function progressBar(stream: NodeJS.WriteStream): {
  readonly show: (done: number, all: number) => void;
  readonly clear: () => void;
} {
  let last = 0;
  const began = Date.now();
  const isTerminal = stream.isTTY as boolean | undefined;
  if (isTerminal !== true) return { show: () => undefined, clear: () => undefined };
  return {
    show(done, all) {
      const now = Date.now();
      if (now - last < EVERY && done < all) return;
      last = now;
      const filled = all === 0 ? BAR : Math.floor((done / all) * BAR);
      const seconds = (now - began) / 1000;
      const rate = seconds < 1 ? '' : ` ${(done / seconds).toFixed(0)}/s`;
      stream.write(`\r[${'#'.repeat(filled)}${'.'.repeat(BAR - filled)}] ${String(done)}/${String(all)}${rate} \u001B[K`);
    },
    clear() {
      stream.write('\r\u001B[K');
    },
  };
}
