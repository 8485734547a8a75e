/** How a run ended, in words for the learner: the error and its line first. */
import { count, printed, seconds } from './describe.ts';
import type { ErrorInfo, RunRecord } from '../record/index.ts';

/** An error in one clause: `ValueError: boom (line 12)`; a group with its errors behind it: `ExceptionGroup: … (1 sub-exception): ValueError: boom (line 12)`. */
export function errorInWords(error: ErrorInfo): string {
  const line = error.frames.at(-1)?.line;
  const text = error.message === '' ? error.type : `${error.type}: ${error.message}`;
  const placed = line === undefined ? text : `${text} (line ${line})`;
  return error.exceptions === undefined ? placed : `${placed}: ${error.exceptions.map(errorInWords).join(', ')}`;
}

/** How a run ended, as a clause after "but". */
export function outcomeInWords(record: RunRecord): string {
  switch (record.outcome) {
    case 'finished':
      return 'it ended without an error';
    case 'raised':
      return `it raised ${record.error === undefined ? 'an error' : errorInWords(record.error)}`;
    case 'deadlock':
      return 'it never ended: everything that was left waited for something that nobody would bring (a deadlock)';
    case 'stopped':
      return 'it was stopped';
    case 'over-budget':
      return overBudget(record);
  }
}

/** Which limit a run hit, with the number, and where it stood. The runtime's own errors bear their numbers. */
function overBudget({ budget, error, output, seenAt }: RunRecord): string {
  const line = seenAt?.line ?? error?.frames.at(-1)?.line;
  const [inLoop, at] = line === undefined ? ['', ''] : [` It was last seen in the loop at line ${line}`, ` (line ${line})`];
  switch (budget ?? 'wall-clock') {
    case 'turns':
      return `it had to be ended, as it never gave control back: ${error?.message ?? 'too many turns of a loop'}.${inLoop}. Look for a loop that has no end`;
    case 'tasks':
      return `it had to be ended: it made ${error?.message ?? 'too many tasks'}${at}. Look for a loop that makes tasks without an end`;
    case 'loop-steps':
      return `it had to be ended: it took ${error?.message ?? 'too many steps of the event loop'}. Look for a loop that has no end, or that lets go until a moment has come: time goes on only while nothing is ready`;
    case 'output':
      return `it had to be ended: it printed more than ${count(output.length, 'line')}. Look for a loop that has no end`;
    case 'memory':
      return `it had to be ended: it used up the memory that it may have.${inLoop}`;
    case 'wall-clock':
    case 'wall-clock-in-all':
      return `it had to be ended: it ran out of real time.${inLoop}`;
  }
}

/** The whole message for a run that did not finish although nobody asked for an error. */
export function unfinished(record: RunRecord): string {
  const { error, outcome } = record;
  const what = outcome === 'deadlock' && error !== undefined ? error.message : outcomeInWords(record);
  return `Your program did not finish: ${[what, ...(error?.hint === undefined ? [] : [error.hint])].join('. ')}`;
}

/** Short facts about what a run did, for the reader of a verdict. */
export function did(record: RunRecord): string[] {
  const facts = [`took ${seconds(record.elapsed)}`];
  if (record.outcome === 'raised' && record.error !== undefined) facts.push(`raised ${errorInWords(record.error)}`);
  else if (record.outcome === 'deadlock') facts.push(record.error?.message ?? 'deadlock');
  else if (record.outcome !== 'finished') facts.push(outcomeInWords(record));
  facts.push(`printed ${printed(record.output.map((line) => line.text))}`);
  const made = record.tasks.filter(({ by }) => by !== null).length; // the others are what `asyncio.run` itself makes
  if (made > 0) facts.push(`made ${count(made, 'task')}`);
  for (const warning of record.warnings.slice(0, 5))
    facts.push(`warned: ${warning.text}${warning.position === undefined ? '' : ` (line ${warning.position.line})`}`);
  return facts;
}
