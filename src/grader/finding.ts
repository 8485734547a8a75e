/** What one matcher found, before it is known whether that is good or bad. */

export interface Finding {
  readonly pass: boolean;
  /** What the program did, short: fills `{actual}`. */
  readonly actual: string;
  /** What was wanted, short: fills `{expected}`. */
  readonly expected: string;
  /** The matcher's own sentence for when it does not pass: first what the program did. */
  readonly otherwise: string;
  /** The same for `.not`, when it does pass. */
  readonly negated: string;
}

/** The author's feedback with `{actual}` and `{expected}` filled in, or the matcher's own sentence. */
export function feedbackOf(finding: Finding, feedback: string | undefined): string {
  if (feedback === undefined) return finding.pass ? finding.negated : finding.otherwise;
  return feedback.replace(/\{(actual|expected)\}/g, (_, name: string) => (name === 'actual' ? finding.actual : finding.expected));
}
