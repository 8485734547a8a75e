/** Playback's face: a run record made ready to be looked at, forwards and backwards. */
export type * from './playback.ts';
export { playbackOf } from './playback-of.ts';
export { predictionOf } from './predict.ts';
export { ASKS, type Asks, type Candidate, type Prediction, type PrintedLine } from './prediction.ts';
export type { Choice, Decision, Refusal } from './loop-decision.ts';
export { loopGameOf, type LoopGame } from './loop-game.ts';
export { compare } from './compare.ts';
export { meetingOf } from './compare-meetings.ts';
export type * from './comparison.ts';
export { UnfitRun } from './unfit-run.ts';
