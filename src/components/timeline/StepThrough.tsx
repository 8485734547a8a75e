/**
 * The button that opens a run's timeline, and the timeline. It is loaded when it is asked for: by the button, or by an address such as `#step=countasync.12`.
 *
 * Keeps true: while a timeline is open and moved, the page's address is that of its step; closed, it names none.
 */
import { useSignal } from '@preact/signals';
import type { ComponentType, VNode } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { RunRecord } from '../../record/index.ts';
import { Button } from '../output/Button.tsx';
import { reasonOf } from '../reason.ts';
import { stepThroughWords as say } from '../words/step-through.ts';
import type { CodeMarker } from './code-marker.ts';
import { addressKeeper, whenAsked } from './step-link.ts';
import type { Asked, default as TimelineComponent } from './Timeline.tsx';

interface Props {
  /** The run; undefined while there is none. */
  readonly record: RunRecord | undefined;
  readonly code: CodeMarker;
  /** The timeline's name in addresses, unique on its page. */
  readonly id: string;
  /** The code that was run is no longer the one that is shown. */
  readonly stale?: boolean;
  /** Opens the timeline at a step, without a press of the button; anew for each other object. */
  readonly opensAt?: Asked | undefined;
}

type Loaded = ComponentType<Parameters<typeof TimelineComponent>[0]>;

export function StepThrough({ record, code, id, stale = false, opensAt }: Props): VNode | null {
  const open = useSignal(false);
  /** The step that the page's address asked for last. */
  const asked = useSignal<Asked | undefined>(undefined);
  /** Where the reader is: a timeline that is opened again, or gets another run, begins there. */
  const place = useRef(0);
  const Timeline = useSignal<Loaded | undefined>(undefined);
  const failure = useSignal<string | undefined>(undefined);
  const opening = useRef(false);
  const keeper = useMemo(() => addressKeeper(id), [id]);

  const show = (): void => {
    open.value = true;
    opening.current = true;
    failure.value = undefined;
    if (Timeline.peek() !== undefined) return;
    import('./Timeline.tsx').then(
      (loaded) => {
        Timeline.value = loaded.default;
      },
      (error: unknown) => {
        failure.value = say.failed(reasonOf(error));
      },
    );
  };
  useEffect(() => {
    if (opensAt === undefined) return;
    place.current = opensAt.step;
    asked.value = opensAt;
    show();
    opening.current = false; // whoever opens it so is still reading what is above
  }, [opensAt]);
  useEffect(
    () =>
      whenAsked(id, (step) => {
        place.current = step;
        asked.value = { step };
        show();
      }),
    [id],
  );
  useEffect(() => keeper.forget, [keeper]);

  if (record === undefined || record.events.length === 0) return null;
  const Shown = Timeline.value;
  return (
    <div class="step-through">
      <div class="buttons">
        <Button
          kind="secondary"
          expanded={open.value}
          onClick={() => {
            if (open.value) {
              open.value = false;
              keeper.forget();
            } else show();
          }}
        >
          {open.value ? say.close : say.open}
        </Button>
      </div>
      {open.value && failure.value !== undefined && <p class="trouble">{failure.value}</p>}
      {open.value && failure.value === undefined && Shown === undefined && <p class="quiet">{say.loading}</p>}
      {open.value && Shown !== undefined && (
        <Shown
          record={record}
          code={code}
          id={id}
          place={place}
          asked={asked.value}
          stale={stale}
          onStep={(step) => {
            if (step === place.current) return;
            place.current = step;
            keeper.keep(step);
          }}
          opening={opening}
        />
      )}
    </div>
  );
}
