/** Playback's face: a run record made ready to be looked at, forwards and backwards. */
export type * from './playback.ts';
export { playbackOf } from './playback-of.ts';
export { ASKS, predictionOf, Unpredictable, type Asks, type Candidate, type Prediction, type PrintedLine } from './predict.ts';
