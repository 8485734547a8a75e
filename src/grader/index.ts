/** The grader's face: judging a program by hidden tests, and what a verdict is. Hidden tests themselves import `api.ts`, under the name 'grader'. */
export { check, type CheckOptions } from './check.ts';
export { nearest } from './nearest.ts';
export type { Load, Loaded, Recorded, RecordRun } from './sandbox-face.ts';
export type * from './verdict.ts';
