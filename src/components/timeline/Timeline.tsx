/**
 * Everything about one run, kept in step: controls, the sentence, the lanes, queue, timers, output, the table of steps, and the line in the code. Loaded when
 * a reader asks for it.
 */
import { effect } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { playbackOf, type Playback } from '../../playback/index.ts';
import type { RunRecord } from '../../record/index.ts';
import css from '../../styles/timeline.css?inline';
import { addStyle } from '../late-style.ts';
import { steppingWords as say } from '../words/stepping.ts';
import type { CodeMarker } from './code-marker.ts';
import { createLanesView, Lanes, Legend, SaveRun, type LanesView } from './drawing/index.ts';
import { isTaken, pressKey } from './keys.ts';
import { LinkToStep } from './LinkToStep.tsx';
import { Now } from './Now.tsx';
import { OfTask } from './OfTask.tsx';
import { Panels } from './Panels.tsx';
import { createPlayer, LONGEST_WAIT, type Player } from './player.ts';
import { REAL_TIME } from './real-time.ts';
import { StepTable } from './StepTable.tsx';
import { Transport } from './Transport.tsx';

addStyle(css);

/** A step that an address asks for, from 0; one that the run does not have is answered by the nearest. Each asking is another object. */
export interface Asked {
  readonly step: number;
}

interface Props {
  readonly record: RunRecord;
  readonly code: CodeMarker;
  /** Its name in addresses of steps. */
  readonly id: string;
  /** The step to begin with, from 0. */
  readonly place: { readonly current: number };
  readonly asked: Asked | undefined;
  /** The code that was run is no longer the one that is shown: no line of it can be marked. */
  readonly stale: boolean;
  /** Hears of each step that is shown. */
  readonly onStep: (step: number) => void;
  /** Somebody has just asked for it: it comes into view, with the keyboard in it, and forgets that. */
  readonly opening: { current: boolean };
}

interface Parts {
  readonly playback: Playback;
  readonly player: Player;
  readonly view: LanesView;
}

export default function Timeline({ record, code, id, place, asked, stale, onStep, opening }: Props): VNode {
  const { playback, player, view } = useMemo((): Parts => {
    const made = playbackOf(record);
    return { playback: made, player: createPlayer(made, REAL_TIME), view: createLanesView(made) };
  }, [record]);
  const region = useRef<HTMLElement>(null);

  useEffect(() => player.dispose, [player]);
  useEffect(() => {
    player.go(place.current);
  }, [player, asked]);
  useEffect(() => {
    if (!opening.current) return;
    opening.current = false;
    region.current?.focus({ preventScroll: true });
    region.current?.scrollIntoView();
  }, [asked]);
  useEffect(
    () =>
      effect(() => {
        onStep(player.step.value);
      }),
    [player],
  );
  useEffect(() => {
    const stop = effect(() => {
      code.mark(stale ? undefined : playback.steps[player.step.value]?.position?.line);
    });
    return () => {
      stop();
      code.mark(undefined);
    };
  }, [player, code, stale]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || isTaken(event.target, event.key)) return;
    const zoom = (factor: number): void => {
      const room = region.current?.querySelector('.lanes canvas')?.clientWidth ?? 0;
      if (room > 0) view.zoomBy(factor, room / 2, room);
    };
    const done = pressKey(event.key, event.shiftKey, { playback, player, chosen: () => view.selected.peek(), zoom });
    if (done) event.preventDefault();
  };

  const at = player.step.value;
  const { steps } = playback;
  return (
    <section class="timeline" aria-label={say.region} data-step={at + 1} tabIndex={0} ref={region} onKeyDown={onKeyDown}>
      {asked !== undefined && asked.step > player.last && at === player.last && (
        <p class="quiet" role="status">
          {say.nearest(asked.step + 1, steps.length)}
        </p>
      )}
      {!playback.isWhole && <p class="quiet">{say.notWhole(record.dropped?.events ?? 0)}</p>}
      {stale && <p class="quiet">{say.stale}</p>}
      <Transport player={player} />
      <Now playback={playback} player={player} />
      <Lanes playback={playback} step={player.step} view={view} label={say.lanes} clock={player.clock} />
      {view.selected.value !== undefined && <OfTask playback={playback} player={player} lane={view.selected.value} />}
      <Legend />
      <Panels playback={playback} moment={playback.at(at)} />
      <StepTable playback={playback} player={player} selected={view.selected} />
      <footer class="below-steps">
        <LinkToStep id={id} step={at} />
        <SaveRun playback={playback} view={view} title={id} />
        <Keys />
      </footer>
    </section>
  );
}

function Keys(): VNode {
  return (
    <details class="keys">
      <summary>{say.keys.title}</summary>
      <p>{say.keys.lead}</p>
      <dl>
        {say.keys.all.map(([keys, what]) => (
          <div key={keys}>
            <dt>{keys}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p>{say.keys.play(LONGEST_WAIT / 1000)}</p>
    </details>
  );
}
