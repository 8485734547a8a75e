/**
 * The grader's face: judging a program by hidden tests, and what a verdict is. Hidden tests themselves import `api.ts`, under the
 * name 'grader'.
 */
export { check, replay, type CheckListeners } from './check.ts';
export { nearest } from './nearest.ts';
export type { Replayed, ReplayOf } from './replayed.ts';
export type { Loaded, Recorded } from './sandbox-face.ts';
export type * from './verdict.ts';
