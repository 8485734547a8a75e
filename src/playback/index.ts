/** Playback's face: a run record made ready to be looked at, forwards and backwards. */
export type * from './playback.ts';
export { playbackOf } from './playback-of.ts';
export { ASKS, predictionOf, type Asks, type Candidate, type Prediction, type PrintedLine } from './predict.ts';
export { loopGameOf, type Choice, type Decision, type LoopGame, type Refusal } from './loop-game.ts';
export { compare } from './compare.ts';
export type * from './comparison.ts';
export { UnfitRun } from './unfit-run.ts';
