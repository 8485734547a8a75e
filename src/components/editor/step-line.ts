/** The line of the editor's text that a timeline is at: marked, and brought into sight within the editor's own box. */
import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';

const setLine = StateEffect.define<number | undefined>();
const mark = Decoration.line({ class: 'step-line', attributes: { 'aria-current': 'step' } });

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(present, { docChanged, effects, changes, newDoc }) {
    const asked = effects.findLast((effect) => effect.is(setLine));
    if (asked === undefined) return docChanged ? present.map(changes) : present;
    const line = asked.value;
    return line === undefined || line < 1 || line > newDoc.lines
      ? Decoration.none
      : Decoration.set([mark.range(newDoc.line(line).from)]);
  },
  provide: (from) => EditorView.decorations.from(from),
});

const look = EditorView.theme({
  '.cm-line.step-line': { backgroundColor: 'var(--selection)', boxShadow: 'inset 3px 0 var(--accent)' },
});

/** What an editor needs in order to mark a line. */
export const stepLine: Extension = [field, look];

/** Marks a line, from 1; undefined takes the mark away. */
export function markStepLine(view: EditorView, line: number | undefined): void {
  view.dispatch({ effects: setLine.of(line) });
  if (line === undefined || line < 1 || line > view.state.doc.lines) return;
  const { scrollDOM } = view;
  const { top, height } = view.lineBlockAt(view.state.doc.line(line).from);
  const seen = scrollDOM.clientHeight;
  // Two lines around it stay in sight. Only the editor's own box is scrolled, never the page.
  if (top - 2 * height < scrollDOM.scrollTop) scrollDOM.scrollTop = top - 2 * height;
  else if (top + 3 * height > scrollDOM.scrollTop + seen) scrollDOM.scrollTop = top + 3 * height - seen;
}
