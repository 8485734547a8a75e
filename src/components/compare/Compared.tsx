/**
 * Two runs on one axis of virtual time: what differs first, one position in both, the lanes of each, and what each prints by then. Loaded when a reader asks
 * for it.
 */
import type { VNode } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { compare, playbackOf, type Comparison, type Playback, type Side } from '../../playback/index.ts';
import type { RunRecord } from '../../record/index.ts';
import compareCss from '../../styles/compare.css?inline';
import timelineCss from '../../styles/timeline.css?inline';
import { addStyle } from '../late-style.ts';
import { OutputView } from '../output/OutputView.tsx';
import { Button } from '../output/Button.tsx';
import { Ticked } from '../output/Ticked.tsx';
import type { CodeMarker } from '../timeline/code-marker.ts';
import { axisOf, createLanesView, Lanes, type LanesView } from '../timeline/drawing/index.ts';
import { isTaken, pressKey } from '../timeline/keys.ts';
import { REAL_TIME } from '../timeline/real-time.ts';
import { sentenceOf } from '../timeline/sentence.ts';
import { Transport } from '../timeline/Transport.tsx';
import { compareWords as say } from '../words/compare.ts';
import { seconds } from '../words/numbers.ts';
import { createJoint, SIDES, type Joint } from './joint.ts';
import { told } from './told.ts';

addStyle(timelineCss);
addStyle(compareCss);

/** One of the two. */
export interface OneRun {
  /** As it is called above its picture, and in a sentence. */
  readonly title: string;
  readonly name: string;
  readonly record: RunRecord;
  /** Its code, where that is on the page: the line that it is at is marked, and named. */
  readonly code?: CodeMarker | undefined;
}

interface Props {
  readonly yours: OneRun;
  readonly reference: OneRun;
  /** Both ran with latencies: when something happens means nothing. */
  readonly areTimesFree?: boolean;
  /** Said where nothing differs. */
  readonly unseen?: string;
  /** The moment that is asked for, from 0; each asking is another object. */
  readonly asked?: { readonly step: number } | undefined;
}

interface Parts {
  readonly runs: Readonly<Record<Side, Playback>>;
  readonly comparison: Comparison;
  readonly joint: Joint;
  readonly views: Readonly<Record<Side, LanesView>>;
}

function partsOf(yours: RunRecord, reference: RunRecord, areTimesFree: boolean): Parts {
  const runs = { yours: playbackOf(yours), reference: playbackOf(reference) };
  const comparison = compare(runs.yours, runs.reference, { areTimesFree });
  const own = createLanesView(runs.yours, axisOf(runs.yours, runs.reference));
  const other = createLanesView(runs.reference, axisOf(runs.reference, runs.yours), own);
  return {
    runs,
    comparison,
    joint: createJoint(runs, comparison.meetings, REAL_TIME),
    views: { yours: own, reference: other },
  };
}

/** Who is chosen in one run is chosen in the other, too: the lane that plays the same part. */
function chooseTogether({ comparison: { pairs }, views }: Parts): () => void {
  const partners = { yours: new Map(pairs), reference: new Map(pairs.map(([own, other]) => [other, own])) };
  const follow = (side: Side, other: Side): (() => void) =>
    views[side].selected.subscribe((lane) => {
      const partner = lane === undefined ? undefined : partners[side].get(lane);
      if (lane === undefined || partner !== undefined) views[other].selected.value = partner;
    });
  const endings = [follow('yours', 'reference'), follow('reference', 'yours')];
  return () => {
    for (const end of endings) end();
  };
}

export function Compared({ yours, reference, areTimesFree = false, unseen, asked }: Props): VNode {
  const region = useRef<HTMLDivElement>(null);
  const parts = useMemo(
    () => partsOf(yours.record, reference.record, areTimesFree),
    [yours.record, reference.record, areTimesFree],
  );
  const { runs, comparison, joint, views } = parts;
  const { player, at } = joint;
  const both: Readonly<Record<Side, OneRun>> = { yours, reference };
  useEffect(() => joint.dispose, [joint]);
  useEffect(() => {
    if (asked !== undefined) player.go(asked.step);
  }, [joint, asked]);
  useEffect(() => chooseTogether(parts), [parts]);
  useEffect(() => {
    const endings = SIDES.map((side) =>
      at[side].subscribe((step) => both[side].code?.mark(runs[side].steps[step]?.position?.line)),
    );
    return () => {
      for (const end of endings) end();
      for (const side of SIDES) both[side].code?.mark(undefined);
    };
  }, [joint, yours.code, reference.code]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || isTaken(event.target, event.key)) return;
    const zoom = (factor: number): void => {
      const room = region.current?.querySelector('.lanes canvas')?.clientWidth ?? 0;
      if (room > 0) views.yours.zoomBy(factor, room / 2, room);
    };
    if (pressKey(event.key, event.shiftKey, { playback: joint, player, chosen: () => undefined, zoom })) event.preventDefault();
  };

  const named = (side: Side) => ({ playback: runs[side], name: both[side].name, isShown: both[side].code !== undefined });
  const sentences = told(comparison, { yours: named('yours'), reference: named('reference') });
  const difference = comparison.difference ?? comparison.aside;
  const heading = comparison.difference !== undefined ? say.first : difference === undefined ? say.none : say.nearly;
  return (
    <div
      class="compared"
      ref={region}
      tabIndex={0}
      role="group"
      aria-label={say.region}
      onKeyDown={onKeyDown}
      data-meeting={player.step.value + 1}
    >
      <div class="first-difference">
        <p class="region-name">{heading}</p>
        <p>
          {sentences.map(({ text, meeting }, index) => (
            <span key={index}>
              <Ticked text={text} />{' '}
              {meeting !== undefined && index > 0 && meeting !== difference?.meeting && (
                <button type="button" class="line-link" onClick={() => player.go(meeting)}>
                  {say.goThere}
                </button>
              )}{' '}
            </span>
          ))}
          {difference === undefined && unseen}
        </p>
        {difference !== undefined && (
          <div class="buttons">
            <Button kind="secondary" onClick={() => player.go(difference.meeting)}>
              {comparison.difference === undefined ? say.goThere : say.goToDifference}
            </Button>
          </div>
        )}
      </div>
      <Transport player={player} />
      <Clock player={player} />
      {SIDES.map((side) => (
        <section key={side} class="compared-run" aria-label={both[side].title}>
          <h5>{both[side].title}</h5>
          <p class="sentence" aria-live={player.playing.value ? 'off' : 'polite'}>
            {sentenceOf(runs[side], at[side].value)} <Line of={both[side]} playback={runs[side]} step={at[side].value} />
          </p>
          <Lanes
            playback={runs[side]}
            step={at[side]}
            view={views[side]}
            label={say.lanes(both[side].name)}
            clock={player.clock}
          />
        </section>
      ))}
      <div class="outputs">
        {SIDES.map((side) => (
          <div key={side}>
            <h5 aria-hidden="true">{both[side].title}</h5>
            <OutputView
              view={{ of: '', lines: both[side].record.output, record: both[side].record }}
              label={say.output(both[side].name)}
              printed={runs[side].at(at[side].value).printed}
            />
          </div>
        ))}
      </div>
    </div>
  );
}

/** The line that a run is at, where its code is on the page: that may be out of sight. */
function Line({ of, playback, step }: { readonly of: OneRun; readonly playback: Playback; readonly step: number }): VNode | null {
  const line = of.code === undefined ? undefined : playback.steps[step]?.position?.line;
  return line === undefined ? null : <span class="quiet">{say.atLine(line)}</span>;
}

/** A component of its own: it is drawn anew for each tick while a wait is played. */
function Clock({ player }: Pick<Joint, 'player'>): VNode {
  const t = player.clock.value;
  return <p class="clock">{seconds(player.playing.value ? Math.round(t * 100) / 100 : t)}</p>;
}
