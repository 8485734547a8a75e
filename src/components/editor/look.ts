/** How code looks in the editor: the page's own variables, the same that Shiki's static code uses, so that light, dark and both kinds of code agree. */
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags as t } from '@lezer/highlight';

const colours = HighlightStyle.define([
  { tag: [t.keyword, t.modifier, t.operatorKeyword, t.controlKeyword, t.self, t.null], color: 'var(--code-keyword)' },
  { tag: [t.string, t.special(t.string), t.regexp], color: 'var(--code-string)' },
  { tag: [t.number, t.bool], color: 'var(--code-constant)' },
  { tag: [t.comment], color: 'var(--code-comment)' },
  {
    tag: [t.function(t.variableName), t.function(t.definition(t.variableName)), t.function(t.propertyName)],
    color: 'var(--code-function)',
  },
  { tag: [t.typeName, t.className, t.namespace], color: 'var(--code-type)' },
]);

const frame = EditorView.theme({
  '&': { color: 'var(--code-ink)', backgroundColor: 'transparent', fontSize: 'var(--code-size)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: 'var(--code-leading)', overflowX: 'auto' },
  '.cm-content': { padding: 'var(--code-pad) 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 var(--code-pad) 0 0.5rem' },
  '.cm-gutters': { backgroundColor: 'var(--tint)', color: 'var(--faint)', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '2.25rem', padding: '0 0.25rem 0 0' },
  '.cm-gutter-lint': { width: '1rem' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '0 0.1rem' },
  '.cm-lint-marker': { width: '0.8rem', height: '0.8rem' },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine': { backgroundColor: 'var(--line-tint)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--selection)',
  },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--selection)', outline: 'none' },
  '.cm-tooltip': { background: 'var(--paper)', color: 'var(--ink)', border: '1px solid var(--rule)', fontFamily: 'var(--sans)' },
  '.cm-diagnostic': { whiteSpace: 'pre-wrap' },
});

export const look: Extension = [frame, syntaxHighlighting(colours)];
