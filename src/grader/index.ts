/** The grader's face. */
export type * from './verdict.ts';
