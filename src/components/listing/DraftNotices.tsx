/** What a reader is told of the draft of a listing: how to leave the editor, what was put aside, and why something is not kept. */
import type { VNode } from 'preact';
import { Button } from '../output/Button.tsx';
import { words } from '../words.ts';
import { pythonWords as say } from '../words/python.ts';
import type { Draft } from './use-draft.ts';

export function DraftNotices({ draft }: { readonly draft: Draft }): VNode {
  const { aside, trouble, failure } = draft;
  return (
    <>
      {draft.isOpen && (
        <p class="leave" id={draft.describedBy}>
          {words.exercise.leave}
        </p>
      )}
      {aside !== undefined && (
        <p class="notices">
          {say.aside[aside]}{' '}
          <Button onClick={draft.takeAside}>{aside === 'reset' ? words.exercise.undoReset : words.exercise.takeOther}</Button>
        </p>
      )}
      {trouble !== undefined && <p class="trouble">{say.trouble[trouble]}</p>}
      {failure !== undefined && <p class="trouble">{say.editorFailed(failure)}</p>}
    </>
  );
}
