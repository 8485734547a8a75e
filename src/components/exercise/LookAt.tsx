/** A failed test's run beside the reference's, below the whole exercise: there is room for two of them. What shows them is loaded when somebody looks. */
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { reasonOf } from '../reason.ts';
import type { CodeMarker } from '../timeline/code-marker.ts';
import type { TwoRuns as Loaded } from '../compare/TwoRuns.tsx';
import { words } from '../words.ts';
import type { LookView } from './look.ts';

export interface LookAtProps {
  readonly view: LookView;
  readonly busy: boolean;
  /** Looks at another run of the same test, by its number. */
  readonly choose: (run: number) => void;
  readonly close: () => void;
  /** The reader's code, where it is still the code that was checked. */
  readonly code?: CodeMarker | undefined;
}

export function LookAt(props: LookAtProps): VNode {
  const section = useRef<HTMLElement>(null);
  const [loaded, setLoaded] = useState<{ readonly TwoRuns: typeof Loaded } | undefined>(undefined);
  const [failure, setFailure] = useState<string | undefined>(undefined);
  const { name } = props.view.test;
  useEffect(() => {
    import('../compare/TwoRuns.tsx').then(setLoaded).catch((error: unknown) => {
      setFailure(words.exercise.notLoaded(reasonOf(error)));
    });
  }, []);
  // Whoever asked for it is taken to it.
  useEffect(() => {
    section.current?.focus({ preventScroll: true });
    section.current?.scrollIntoView({ block: 'nearest' });
  }, [name]);
  return (
    <section ref={section} class="two-runs" tabIndex={-1} aria-label={words.verdict.looking(name)}>
      {failure !== undefined && <p class="trouble">{failure}</p>}
      {loaded === undefined ? <p class="quiet">{words.run.running}</p> : <loaded.TwoRuns {...props} />}
    </section>
  );
}
