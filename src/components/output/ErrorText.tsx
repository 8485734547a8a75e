/** An error as a reader is told it: its type and message, the lines it came through, and what to write instead. Lines lead to the editor, where there is one. */
import type { VNode } from 'preact';
import type { CompileError } from '../../compiler/index.ts';
import type { ErrorInfo, SourcePosition } from '../../record/index.ts';
import { words } from '../words.ts';
import { Hint, Ticked } from './Ticked.tsx';

export type Jump = (line: number, column: number) => void;

interface LinkProps {
  readonly line: number;
  readonly column: number;
  readonly jump: Jump | undefined;
  /** What it reads; `Line 4` if not given. */
  readonly text?: string;
}

function LineLink({ line, column, jump, text = words.run.line(line) }: LinkProps): VNode {
  if (jump === undefined) return <span>{text}</span>;
  return (
    <button
      type="button"
      class="line-link"
      title={words.run.jump(line)}
      onClick={() => {
        jump(line, column);
      }}
    >
      {text}
    </button>
  );
}

/** A message in which a place such as `main.ts:4` reads as its line, and leads there. */
function Message({ text, jump }: { readonly text: string; readonly jump: Jump | undefined }): VNode {
  return (
    <>
      {text.split(/([\w-]+\.ts:\d+)/).map((part, index) => {
        const line = index % 2 === 1 ? Number(part.slice(part.lastIndexOf(':') + 1)) : undefined;
        return line === undefined ? (
          part
        ) : (
          <LineLink key={index} line={line} column={1} jump={jump} text={words.run.lineWithin(line)} />
        );
      })}
    </>
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
        {error.message !== '' && (
          <>
            {': '}
            <Message text={error.message} jump={jump} />
          </>
        )}
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
      {error.exceptions !== undefined && (
        <ol class="sub-exceptions">
          {error.exceptions.map((part, index) => (
            <li key={index}>
              <ErrorText error={part} jump={jump} />
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
          <Hint text={hint} />
        </li>
      ))}
    </ul>
  );
}
