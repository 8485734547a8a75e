/** An error as a reader is told it: its type and message, the lines it came through, and what to write instead. Lines lead to the editor, where there is one. */
import type { VNode } from 'preact';
import type { CompileError } from '../../compiler/index.ts';
import type { ErrorInfo, SourcePosition } from '../../record/index.ts';
import { words } from '../words.ts';
import { Ticked } from './Ticked.tsx';

export type Jump = (line: number, column: number) => void;

function LineLink({
  line,
  column,
  jump,
}: {
  readonly line: number;
  readonly column: number;
  readonly jump: Jump | undefined;
}): VNode {
  if (jump === undefined) return <span>{words.run.line(line)}</span>;
  return (
    <button
      type="button"
      class="line-link"
      title={words.run.jump(line)}
      onClick={() => {
        jump(line, column);
      }}
    >
      {words.run.line(line)}
    </button>
  );
}

/** One step of a traceback. */
export function Frame({ at, jump }: { readonly at: SourcePosition; readonly jump: Jump | undefined }): VNode {
  return (
    <>
      <LineLink line={at.line} column={at.column} jump={jump} />
      {at.function !== undefined && <span class="in"> {words.run.inFunction(at.function)}</span>}
    </>
  );
}

export function ErrorText({ error, jump }: { readonly error: ErrorInfo; readonly jump?: Jump | undefined }): VNode {
  return (
    <div class="error">
      <p class="error-message">
        <strong>{error.type}</strong>
        {error.message !== '' && `: ${error.message}`}
      </p>
      {error.hint !== undefined && (
        <p class="error-hint">
          <Ticked text={error.hint} />
        </p>
      )}
      {error.frames.length > 0 && (
        <ol class="frames">
          {error.frames.map((at, index) => (
            <li key={index}>
              <Frame at={at} jump={jump} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

/** What keeps a program from compiling, each problem with its line. */
export function CompileErrors({
  errors,
  jump,
}: {
  readonly errors: readonly CompileError[];
  readonly jump?: Jump | undefined;
}): VNode {
  return (
    <ul class="compile-errors">
      {errors.map(({ line, column, message, hint }, index) => (
        <li key={index}>
          <LineLink line={line} column={column} jump={jump} />
          {': '}
          <Ticked text={message} />
          {hint !== undefined && (
            <span class="error-hint">
              {' '}
              <Ticked text={hint} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
