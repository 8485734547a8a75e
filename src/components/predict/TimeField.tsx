/** Fields for seconds: in all, and, where it is asked for, when each line is printed. */
import type { VNode } from 'preact';
import { predictWords as told } from '../words/predict.ts';

interface Props {
  /** Lines whose times are asked for; may be empty. */
  readonly lines: readonly string[];
  /** What stands in the fields: those of the lines, then the one for all. */
  readonly written: readonly string[];
  readonly onChange: (written: readonly string[]) => void;
}

/** The seconds that a reader wrote, `1.5` or `1,5`; undefined when it is no such number. */
export function readSeconds(written: string): number | undefined {
  const text = written.trim().replace(',', '.').replace(/\s*s$/, '');
  return /^\d+(\.\d*)?$|^\.\d+$/.test(text) ? Number(text) : undefined;
}

export function TimeField({ lines, written, onChange }: Props): VNode {
  const field = (index: number, label: string | undefined): VNode => (
    <input
      type="text"
      inputMode="decimal"
      autocomplete="off"
      size={5}
      aria-label={label}
      value={written[index] ?? ''}
      onInput={({ currentTarget }) => {
        onChange(
          Array.from({ length: lines.length + 1 }, (_field, at) => (at === index ? currentTarget.value : (written[at] ?? ''))),
        );
      }}
    />
  );
  return (
    <>
      {lines.length > 0 && (
        <ol class="times" aria-label={told.lines}>
          {lines.map((text, index) => (
            <li key={index}>
              {field(index, told.secondsOf(index + 1, text))}
              <span aria-hidden="true">s</span>
              <code class="text">{text}</code>
            </li>
          ))}
        </ol>
      )}
      <p class="in-all">
        <label>
          {told.inAll} {field(lines.length, undefined)}
        </label>
      </p>
    </>
  );
}
