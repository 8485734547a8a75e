/** The hints shown so far, least telling first. */
import type { VNode } from 'preact';
import { Ticked } from '../output/Ticked.tsx';
import { words } from '../words.ts';

export function Hints({ hints, shown }: { readonly hints: readonly string[]; readonly shown: number }): VNode {
  return (
    <div class="hints" aria-live="polite">
      {shown > 0 && (
        <ol aria-label={words.exercise.hints}>
          {hints.slice(0, shown).map((hint, index) => (
            <li key={index}>
              <Ticked text={hint} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
