/** Makes a record ready to be looked at. One pass each: who is who, steps, lanes, what the loop held; moments and causes are made when they are asked for. */
import type { RunRecord } from '../record/index.ts';
import { causesOf } from './causes.ts';
import { historyOf } from './history.ts';
import { identify } from './identities.ts';
import { lanesOf } from './lanes.ts';
import { momentsOf } from './moments.ts';
import type { Playback, Step } from './playback.ts';
import { spanAt } from './spans.ts';
import { isWhole, stepsOf } from './steps.ts';

/** The playback of a record, whatever runner and program it comes from; it never throws for one of the record's shape. */
export function playbackOf(record: RunRecord): Playback {
  const identities = identify(record);
  const { steps, stepOf } = stepsOf(record, identities);
  const history = historyOf(record, steps, identities);
  const lanes = lanesOf(record, identities, steps);
  const at = momentsOf(record, steps, lanes, history);
  const shown: readonly Step[] = steps.map(({ running: _, within: __, ...step }) => step);
  const stepsAbout = stepsByLane(shown, lanes.length);
  return {
    record,
    steps: shown,
    lanes,
    isWhole: isWhole(record),
    at,
    spanOf: (lane, step) => spanAt(lanes[lane]?.spans ?? [], step),
    why: causesOf({ record, identities, steps, stepOf, lanes }),
    nextOf: (lane, step, back = false) => {
      const about = stepsAbout[lane] ?? [];
      return back ? about.findLast((other) => other < step) : about.find((other) => other > step);
    },
  };
}

/** The steps that are about each lane, in order. */
function stepsByLane(steps: readonly Step[], lanes: number): readonly (readonly number[])[] {
  const about: number[][] = Array.from({ length: lanes }, () => []);
  steps.forEach(({ lane }, place) => {
    if (lane !== undefined) about[lane]?.push(place);
  });
  return about;
}
