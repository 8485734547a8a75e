/**
 * The code editor: CodeMirror, told what this page needs. Loaded when an exercise comes into view, or a listing is to be edited, never before.
 *
 * Keeps true: it has the accessible name it is given, Tab can leave it (Escape, then Tab), and its colours are the page's, so that nothing jumps
 * when it takes the place of the static text.
 */
import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { lintGutter, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { EditorState, Prec, type Extension, type Text } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import type { CompileError } from '../../compiler/index.ts';
import { look } from './look.ts';
import { markStepLine, stepLine } from './step-line.ts';

export interface EditorOptions {
  readonly text: string;
  /** The accessible name. */
  readonly label: string;
  /** The language that is written in it, and how it is indented. */
  readonly language: Extension;
  /** Id of the text that says how to leave the editor. */
  readonly describedBy: string;
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
  readonly onCheck?: () => void;
  readonly onFirstFocus?: () => void;
}

export interface Editor {
  /** Makes the editor hold `text`; does nothing if it does already. Can be undone in the editor. */
  readonly show: (text: string) => void;
  readonly showErrors: (errors: readonly CompileError[]) => void;
  /** Puts the cursor there, and the focus into the editor. Line and column from 1. */
  readonly goTo: (line: number, column: number) => void;
  /** Marks the line, from 1, that a timeline is at; undefined takes the mark away. */
  readonly mark: (line: number | undefined) => void;
  readonly close: () => void;
}

/** The offset of a place, held within the document. */
function offsetOf(doc: Text, line: number, column: number): number {
  const at = doc.line(Math.min(Math.max(1, line), doc.lines));
  return Math.min(at.from + Math.max(0, column - 1), at.to);
}

function diagnosticOf(doc: Text, { line, column, length, message, hint }: CompileError): Diagnostic {
  const from = offsetOf(doc, line, column);
  const to = Math.min(doc.lineAt(from).to, from + Math.max(1, length));
  return { from, to, severity: 'error', message: hint === undefined ? message : `${message}\n${hint}` };
}

/** Opens an editor in `parent`. */
export function openEditor(
  parent: HTMLElement,
  { text, label, language, describedBy, onChange, onRun, onCheck, onFirstFocus }: EditorOptions,
): Editor {
  let focused = false;
  const command = (act: () => void) => (): boolean => {
    act();
    return true;
  };
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        language,
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        lintGutter(),
        look,
        stepLine,
        Prec.highest(
          keymap.of([
            { key: 'Mod-Enter', run: command(onRun) },
            ...(onCheck === undefined ? [] : [{ key: 'Shift-Mod-Enter', run: command(onCheck) }]),
          ]),
        ),
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, indentWithTab]),
        EditorView.contentAttributes.of({
          'aria-label': label,
          'aria-describedby': describedBy,
          autocapitalize: 'off',
          autocorrect: 'off',
          spellcheck: 'false',
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange(update.state.doc.toString());
          if (update.focusChanged && !focused) {
            focused = true;
            onFirstFocus?.();
          }
        }),
      ],
    }),
  });

  return {
    show(wanted) {
      const present = view.state.doc.toString();
      if (present !== wanted) view.dispatch({ changes: { from: 0, to: present.length, insert: wanted } });
    },
    showErrors(errors) {
      view.dispatch(
        setDiagnostics(
          view.state,
          errors.map((error) => diagnosticOf(view.state.doc, error)),
        ),
      );
    },
    goTo(line, column) {
      const anchor = offsetOf(view.state.doc, line, column);
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
      view.focus();
    },
    mark(line) {
      markStepLine(view, line);
    },
    close() {
      view.destroy();
    },
  };
}
