/** The solution beside the reader's own code, as a difference. Looking changes nothing: both sides are for reading. */
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { words } from '../words.ts';

interface Props {
  readonly own: string;
  readonly solution: string;
}

/** A text that ends with exactly one line break: how it ends is no difference. */
const ended = (text: string): string => `${text.trimEnd()}\n`;

export function SolutionView({ own, solution }: Props): VNode {
  const host = useRef<HTMLDivElement>(null);
  const [failure, setFailure] = useState<string | undefined>(undefined);
  useEffect(() => {
    const parent = host.current;
    let close: (() => void) | undefined;
    let left = false;
    if (parent === null) return undefined;
    import('../editor/diff.ts')
      .then(({ showDifference }) => {
        if (left) return;
        close = showDifference(parent, ended(own), ended(solution));
        parent.scrollIntoView({ block: 'nearest' });
      })
      .catch((error: unknown) => {
        setFailure(String(error));
      });
    return () => {
      left = true;
      close?.();
    };
  }, [own, solution]);
  return (
    <section class="solution" aria-label={words.exercise.solution}>
      {ended(own) === ended(solution) && <p class="quiet">{words.exercise.sameAsSolution}</p>}
      <p class="sides" aria-hidden="true">
        <span>{words.exercise.yours}</span>
        <span>{words.exercise.theirs}</span>
      </p>
      <div ref={host} class="difference" />
      {failure !== undefined && (
        <pre>
          <code>{solution}</code>
        </pre>
      )}
    </section>
  );
}
