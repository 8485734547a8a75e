/** Text in which `backticks` mark code. The ticks stay in the text, unseen, so that what is copied is what was said. */
import type { VNode } from 'preact';

export function Ticked({ text }: { readonly text: string }): VNode {
  return (
    <>
      {text.split(/(`[^`\n]+`)/).map((part) =>
        part.length > 2 && part.startsWith('`') ? (
          <code key={part}>
            <span class="tick">`</span>
            {part.slice(1, -1)}
            <span class="tick">`</span>
          </code>
        ) : (
          part
        ),
      )}
    </>
  );
}
