/**
 * Lines that the reader puts in order: by dragging, by a line's two buttons, or by the arrow keys on one of them. Where a line has come to is said aloud.
 *
 * Keeps true: the focus goes with the line that is moved.
 */
import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import { predictWords as told } from '../words/predict.ts';

export interface Line {
  readonly id: number;
  readonly text: string;
}

interface Props {
  readonly lines: readonly Line[];
  readonly onChange: (lines: readonly Line[]) => void;
}

/** `lines` with the one at `from` put at `to`. */
function moved(lines: readonly Line[], from: number, to: number): Line[] {
  const rest = lines.filter((_line, index) => index !== from);
  return [...rest.slice(0, to), ...lines.slice(from, from + 1), ...rest.slice(to)];
}

export function OrderField({ lines, onChange }: Props): VNode {
  const list = useRef<HTMLOListElement>(null);
  const dragged = useSignal<number | undefined>(undefined);
  const said = useSignal('');
  /** The button that keeps the focus, though its line moves in the page. */
  const focused = useRef<string | undefined>(undefined);

  const move = (id: number, to: number): void => {
    const from = lines.findIndex((line) => line.id === id);
    const line = lines[from];
    if (line === undefined || to < 0 || to >= lines.length || to === from) return;
    onChange(moved(lines, from, to));
    said.value = told.moved(line.text, to + 1, lines.length);
  };

  useLayoutEffect(() => {
    if (focused.current !== undefined) list.current?.querySelector<HTMLElement>(focused.current)?.focus();
    focused.current = undefined;
  }, [lines]);

  const moveBy = (id: number, by: -1 | 1): void => {
    const to = lines.findIndex((line) => line.id === id) + by;
    focused.current = `[data-line="${String(id)}"] .${by < 0 ? 'up' : 'down'}`;
    move(id, to);
  };

  const onPointerDown = (event: PointerEvent, id: number): void => {
    const target = event.target as Element;
    if (event.button !== 0 || target.closest('button') !== null) return;
    if (event.pointerType !== 'mouse' && target.closest('.grip') === null) return; // a finger on the line itself scrolls the page
    event.preventDefault();
    list.current?.setPointerCapture(event.pointerId); // the list stays where it is while its lines move
    dragged.value = id;
  };

  const onPointerMove = ({ clientY }: PointerEvent): void => {
    const id = dragged.value;
    if (id === undefined || list.current === null) return;
    const rows = [...list.current.children].map((row) => row.getBoundingClientRect());
    const from = lines.findIndex((line) => line.id === id);
    // A line gives way when the pointer is past its middle.
    const above = rows.filter(({ top, height }, index) => index !== from && top + height / 2 < clientY).length;
    move(id, above);
  };

  const end = (): void => {
    dragged.value = undefined;
  };

  return (
    <>
      <p class="quiet">{told.how}</p>
      <ol
        class="order"
        ref={list}
        aria-label={told.list}
        onPointerMove={onPointerMove}
        onPointerUp={end}
        onPointerCancel={end}
        onLostPointerCapture={end}
      >
        {lines.map(({ id, text }, index) => (
          <li
            key={id}
            data-line={id}
            class={dragged.value === id ? 'dragged' : undefined}
            onPointerDown={(event) => {
              onPointerDown(event, id);
            }}
            onKeyDown={(event) => {
              const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined;
              if (by === undefined) return;
              event.preventDefault();
              moveBy(id, by);
            }}
          >
            <span class="grip" aria-hidden="true">
              ⠿
            </span>
            <code class="text">{text}</code>
            <button
              type="button"
              class="up"
              aria-label={told.up(text)}
              aria-disabled={index === 0}
              onClick={() => {
                moveBy(id, -1);
              }}
            >
              ↑
            </button>
            <button
              type="button"
              class="down"
              aria-label={told.down(text)}
              aria-disabled={index === lines.length - 1}
              onClick={() => {
                moveBy(id, 1);
              }}
            >
              ↓
            </button>
          </li>
        ))}
      </ol>
      <p class="visually-hidden" aria-live="polite">
        {said.value}
      </p>
    </>
  );
}
