/**
 * A button. One that cannot be used now is `aria-disabled`, not `disabled`: it keeps the focus that it has (a Run that has begun must not throw the
 * keyboard back to the top of the page) and can still be found.
 */
import type { ComponentChildren, VNode } from 'preact';

interface Props {
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly kind?: 'primary' | 'secondary';
  readonly title?: string | undefined;
  /** For a button that opens and closes something. */
  readonly expanded?: boolean;
  /** For one of several of which one holds. */
  readonly pressed?: boolean;
  readonly children: ComponentChildren;
}

export function Button({ onClick, disabled = false, kind, title, expanded, pressed, children }: Props): VNode {
  return (
    <button
      type="button"
      class={kind}
      title={title}
      aria-disabled={disabled}
      aria-expanded={expanded}
      aria-pressed={pressed}
      onClick={() => {
        if (!disabled) onClick();
      }}
    >
      {children}
    </button>
  );
}
