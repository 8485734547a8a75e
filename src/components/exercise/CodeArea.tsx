/**
 * Where the reader's code stands: the starter as it was highlighted when the site was built, until the editor (100 KB and more) comes into view and
 * takes its place without a jump. The editor and the session's `code` follow each other.
 */
import { effect } from '@preact/signals';
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CompileError } from '../../compiler/index.ts';
import type { Editor } from '../editor/editor.ts';
import { warmCompiler } from '../machine.ts';
import { words } from '../words.ts';
import { savesDrafts } from './saving.ts';
import type { Session } from './session.ts';

interface Props {
  readonly session: Session | undefined;
  readonly starterText: ComponentChildren;
  readonly describedBy: string;
  /** Hands out the editor once it is there. */
  readonly onEditor: (editor: Editor) => void;
  readonly errors: readonly CompileError[] | undefined;
}

/** Calls `then` once `element` is near the view. Returns what ends the watch. */
function whenNear(element: Element, then: () => void): () => void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      then();
    },
    { rootMargin: '200px' },
  );
  observer.observe(element);
  return () => {
    observer.disconnect();
  };
}

export function CodeArea({ session, starterText, describedBy, onEditor, errors }: Props): VNode {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | undefined>(undefined);
  const [ready, setReady] = useState(false);
  const [failure, setFailure] = useState<string | undefined>(undefined);

  useEffect(() => {
    const parent = host.current;
    if (session === undefined || parent === null) return undefined;
    const endings: (() => void)[] = [savesDrafts(session)];
    const open = async (): Promise<void> => {
      const [{ openEditor }, { typescript }] = await Promise.all([
        import('../editor/editor.ts'),
        import('../editor/typescript.ts'),
      ]);
      const opened = openEditor(parent, {
        text: session.code.peek(),
        label: words.exercise.code,
        language: typescript,
        describedBy,
        onChange: session.edit,
        onRun: () => void session.startRun(),
        onCheck: () => void session.startCheck(),
        onFirstFocus: () => void warmCompiler().catch(() => undefined), // told when something is compiled
      });
      editor.current = opened;
      endings.push(
        effect(() => {
          opened.show(session.code.value);
        }),
        opened.close,
      );
      setReady(true);
      onEditor(opened);
    };
    endings.push(
      whenNear(parent.closest('[data-exercise]') ?? parent, () => {
        open().catch((error: unknown) => {
          setFailure(words.exercise.notLoaded(String(error)));
        });
      }),
    );
    return () => {
      for (const end of endings) end();
    };
  }, [session]);

  useEffect(() => {
    editor.current?.showErrors(errors ?? []);
  }, [errors]);

  const draft = session?.progress.peek().draft;
  return (
    <div class="code-area">
      {!ready &&
        (draft === undefined ? (
          starterText
        ) : (
          <pre class="static-code">
            <code>{draft}</code>
          </pre>
        ))}
      <div ref={host} class="editor" hidden={!ready && session === undefined} />
      {failure !== undefined && <p class="trouble">{failure}</p>}
    </div>
  );
}
