/** The record's face. */
export * from './record.ts';
export { createRecorder, type Recorder, type RecorderLimits, type RunEnd } from './recorder.ts';
export { inert } from './inert.ts';
export { cut } from './text.ts';
