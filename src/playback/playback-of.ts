/** Makes a record ready to be looked at. One pass each: who is who, steps, lanes, what the loop held; moments and causes are made when they are asked for. */
import type { RunRecord } from '../record/index.ts';
import { causesOf } from './causes.ts';
import { historyOf } from './history.ts';
import { identify, isWhole } from './identities.ts';
import { lanesOf } from './lanes.ts';
import { momentsOf } from './moments.ts';
import type { Playback, Step } from './playback.ts';
import { spanAt } from './spans.ts';
import { setPositions } from './positions.ts';
import { stepsOf, type StepDraft } from './steps.ts';
import { threadsOf } from './threads.ts';

/** The playback of a record, whatever runner and program it comes from; it never throws for one of the record's shape. */
export function playbackOf(record: RunRecord): Playback {
  const identities = identify(record);
  const { steps, stepOf } = stepsOf(record, identities);
  const threads = threadsOf(record, identities);
  setPositions(record, steps, identities, threads);
  const history = historyOf({ record, identities, steps, threads });
  const lanes = lanesOf({ record, identities, steps, threads });
  const stepsAbout = stepsByLane(steps, lanes.length);
  return {
    record,
    steps: steps.map(told),
    lanes,
    isWhole: isWhole(record),
    at: momentsOf({ record, steps, lanes, history }),
    spanOf: (lane, step) => spanAt(lanes[lane]?.spans ?? [], step),
    why: causesOf({ record, identities, steps, stepOf, lanes, threads }),
    nextOf: (lane, step, back = false) => {
      const about = stepsAbout[lane] ?? [];
      return back ? about.findLast((other) => other < step) : about.find((other) => other > step);
    },
  };
}

/** A step without what it was made with. */
function told({ kind, t, it, lane, event, first, last, position }: StepDraft): Step {
  return {
    ...{ kind, t, it, event, first, last },
    ...(lane === undefined ? {} : { lane }),
    ...(position === undefined ? {} : { position }),
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
