/** The difference between the reader's code and the solution: side by side where there is room, one below the other where there is not. For reading only. */
import { javascript } from '@codemirror/lang-javascript';
import { MergeView, unifiedMergeView } from '@codemirror/merge';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { words } from '../words.ts';
import { look } from './look.ts';

/** CSS pixels below which two columns of code are too narrow to read. */
const SIDE_BY_SIDE = 720;

/** Changed lines lightly, the changed letters in them more so. */
const changes = EditorView.theme({
  '&.cm-merge-a .cm-changedLine, .cm-deletedChunk': { backgroundColor: 'var(--removed-line)' },
  '.cm-deletedChunk': { paddingLeft: '0.5rem' },
  '&.cm-merge-b .cm-changedLine, .cm-inlineChangedLine': { backgroundColor: 'var(--added-line)' },
  '&.cm-merge-a .cm-changedText, &.cm-merge-b .cm-deletedChunk .cm-deletedText': { background: 'var(--removed)' },
  '&.cm-merge-b .cm-changedText': { background: 'var(--added)' },
  '&.cm-merge-a .cm-changeGutter .cm-changedLineGutter, .cm-changeGutter .cm-deletedLineGutter': { background: 'var(--bad)' },
  '&.cm-merge-b .cm-changeGutter .cm-changedLineGutter': { background: 'var(--good)' },
});

const reading = (label: string): Extension => [
  EditorState.readOnly.of(true),
  EditorView.editable.of(false),
  EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
  lineNumbers(),
  javascript({ typescript: true }),
  look,
  changes,
];

/** Shows it in `parent`; returns what takes it away. */
export function showDifference(parent: HTMLElement, own: string, solution: string): () => void {
  const { yoursBeside, theirs } = words.exercise;
  if (parent.clientWidth >= SIDE_BY_SIDE) {
    const view = new MergeView({
      parent,
      a: { doc: own, extensions: [reading(yoursBeside)] },
      b: { doc: solution, extensions: [reading(theirs)] },
      gutter: true,
    });
    return () => {
      view.destroy();
    };
  }
  const view = new EditorView({
    parent,
    doc: solution,
    extensions: [reading(theirs), unifiedMergeView({ original: own, mergeControls: false, syntaxHighlightDeletions: true })],
  });
  return () => {
    view.destroy();
  };
}
