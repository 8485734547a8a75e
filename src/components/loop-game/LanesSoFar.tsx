/**
 * The lanes of the run as far as it has been played.
 *
 * Keeps true: the picture is made of what has happened by now; nothing of what is still to be decided can be read from it.
 */
import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { playbackOf, type Playback } from '../../playback/index.ts';
import { createLanesView, Lanes } from '../timeline/drawing/index.ts';
import { loopGameWords as told } from '../words/loop-game.ts';

interface Props {
  readonly playback: Playback;
  /** The step that was shown last. */
  readonly last: number;
}

/** A playback that ends with the step `last`. */
function until(playback: Playback, last: number): Playback {
  const { record, steps } = playback;
  const events = record.events.slice(0, (steps[last]?.last ?? 0) + 1);
  return playbackOf({ ...record, events, output: record.output.slice(0, playback.at(last).printed) });
}

export function LanesSoFar({ playback, last }: Props): VNode {
  return <Picture key={last} playback={useMemo(() => until(playback, last), [playback, last])} />;
}

function Picture({ playback }: { readonly playback: Playback }): VNode {
  const step = useSignal(playback.steps.length - 1);
  const view = useMemo(() => createLanesView(playback), [playback]);
  return <Lanes playback={playback} step={step} view={view} label={told.picture} />;
}
