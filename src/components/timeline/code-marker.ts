/** Marks the line of a program that a timeline is at. Part of a page's first load. */

/** What can mark a line of a program's code. */
export interface CodeMarker {
  /** Marks a line, from 1, and brings it into sight within its own box; undefined takes the mark away. */
  mark(line: number | undefined): void;
}

/** Marks lines of code that was highlighted when the site was built, in the first block within `parent`. */
export function listingMarker(parent: () => Element | null | undefined): CodeMarker {
  let marked: Element | undefined;
  return {
    mark(line) {
      const box = parent()?.querySelector('pre');
      const at = line === undefined ? undefined : box?.querySelectorAll('.line')[line - 1];
      if (at === marked) return;
      marked?.removeAttribute('aria-current');
      marked = at;
      if (box === null || box === undefined || at === undefined) return;
      at.setAttribute('aria-current', 'step');
      bringIntoSight(box, at);
    },
  };
}

/** Lines of code that are kept in sight around the marked one. */
const AROUND = 2;

/** Scrolls `box`, and nothing around it, so that a line in it is in sight. */
function bringIntoSight(box: Element, line: Element): void {
  const [outer, inner] = [box.getBoundingClientRect(), line.getBoundingClientRect()];
  const room = inner.height * AROUND;
  const [above, below] = [inner.top - room - outer.top, inner.bottom + room - outer.bottom];
  if (above < 0) box.scrollTop += above;
  else if (below > 0) box.scrollTop += below;
}
