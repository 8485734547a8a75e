/** The picture's face: its lanes, how they are looked at, and one axis for two runs. */
export { axisOf } from './axis.ts';
export { Legend } from './Legend.tsx';
export { SaveRun } from './SaveRun.tsx';
export { Lanes } from './Lanes.tsx';
export { createLanesView, type LanesView } from './view.ts';
