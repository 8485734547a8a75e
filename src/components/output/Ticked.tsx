/** Text in which `backticks` mark code. The ticks stay in the text, unseen, so that what is copied is what was said. */
import type { VNode } from 'preact';

/** What to write instead, behind a sentence; nothing where nobody knows. */
export function Hint({ text }: { readonly text: string | undefined }): VNode | null {
  if (text === undefined) return null;
  return (
    <span class="error-hint">
      {' '}
      <Ticked text={text} />
    </span>
  );
}

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
