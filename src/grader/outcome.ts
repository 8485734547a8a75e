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
      return `it did not end in time: ${BUDGETS[record.budget ?? 'wall-clock']}`;
  }
}

const BUDGETS: Readonly<Record<NonNullable<RunRecord['budget']>, string>> = {
  'wall-clock': 'it ran out of real time',
  'wall-clock-in-all': 'it ran out of real time',
  'loop-steps': 'the loop went round too often. Look for a loop that has no end',
  output: 'it printed too many lines. Look for a loop that has no end',
  memory: 'it used up the memory that it may have',
};

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
