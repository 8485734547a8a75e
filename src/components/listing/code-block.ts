/**
 * The code of a listing, drawn when the site was built, and what stands in its place on the page: a draft's text, or an editor.
 *
 * Keeps true: what the build has drawn stays in the page, hidden, and comes back when nothing stands in its place.
 */

export interface CodeBlock {
  /** Shows this text, line by line, in place of the drawn code. */
  readonly showText: (text: string) => void;
  /** A place for an editor. */
  readonly makeRoom: () => HTMLElement;
  /** Shows the drawn code again. */
  readonly restore: () => void;
}

/** @param box the `.code` of Code.astro */
export function codeBlock(box: Element): CodeBlock {
  const drawn = box.firstElementChild;
  let standing: HTMLElement | undefined;
  const put = (element: HTMLElement | undefined): void => {
    standing?.remove();
    standing = element;
    drawn?.toggleAttribute('hidden', element !== undefined);
    if (element !== undefined) box.prepend(element);
  };
  return {
    showText(text) {
      const block = document.createElement('pre');
      block.tabIndex = 0;
      const code = block.appendChild(document.createElement('code'));
      for (const [index, line] of text.split('\n').entries()) {
        const span = document.createElement('span');
        span.className = 'line';
        span.textContent = line;
        code.append(index === 0 ? '' : '\n', span);
      }
      put(block);
    },
    makeRoom() {
      const room = document.createElement('div');
      room.className = 'editor';
      put(room);
      return room;
    },
    restore() {
      put(undefined);
    },
  };
}
