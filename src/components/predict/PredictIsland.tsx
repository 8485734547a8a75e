/**
 * A prediction as the reader makes it: the fields, Answer and Show me, what is told, and then the run itself.
 *
 * Keeps true: the program does not run before the reader has answered or given up; an answer may be changed and given again; what is told of it appears
 * where the reader is, though the code above it becomes smaller.
 */
import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import RunListing from '../listing/RunListing.tsx';
import { Button } from '../output/Button.tsx';
import { Ticked } from '../output/Ticked.tsx';
import { predictWords as told } from '../words/predict.ts';
import { decode, type Prompt } from './answer.ts';
import { judge, shown, type Judgement, type Said } from './judge.ts';
import { NextField } from './NextField.tsx';
import { OrderField, type Line } from './OrderField.tsx';
import { readSeconds, TimeField } from './TimeField.tsx';

interface Props {
  readonly prompt: Prompt;
  /** The encoded answer. */
  readonly answer: string;
  /** The compiled program, as JSON text. */
  readonly program: string;
  /** The program's file, which names its timeline. */
  readonly file: string;
}

/** What stands in the fields. */
interface Fields {
  readonly order: readonly Line[];
  readonly written: readonly string[];
  readonly chosen: number | undefined;
}

/** What the fields say; a sentence when they do not say enough. */
function readFields(prompt: Prompt, { order, written, chosen }: Fields): Said | string {
  switch (prompt.asks) {
    case 'order':
      return { asks: 'order', lines: order.map(({ text }) => text) };
    case 'time': {
      const all = [...prompt.lines, ''].map((_line, index) => readSeconds(written[index] ?? ''));
      const numbers = all.filter((each) => each !== undefined);
      const inAll = numbers.at(-1);
      if (numbers.length < all.length || inAll === undefined) return told.notANumber;
      return { asks: 'time', seconds: inAll, lines: numbers.slice(0, -1) };
    }
    case 'next':
      if (chosen === undefined) return told.notChosen;
      return { asks: 'next', task: chosen, names: prompt.tasks.map(({ name }) => name) };
  }
}

/** Pixels between what is told and the code, which stays in sight above it, and the end of the window. */
const GAP = 12;

/** Scrolls so that an element stands `top` pixels below the top of the window, as it did before; from there only so far that all of it can be seen. */
function keepInPlace(element: Element, top: number): void {
  window.scrollBy({ top: element.getBoundingClientRect().top - top, behavior: 'instant' });
  const code = element.closest('figure')?.querySelector('.code')?.getBoundingClientRect();
  const { top: start, bottom: end } = element.getBoundingClientRect();
  const above = start - (code?.bottom ?? 0) - GAP; // less than none: the code covers it
  window.scrollBy({ top: Math.min(above, Math.max(0, end + GAP - window.innerHeight)), behavior: 'instant' });
}

const mark = (isRight: boolean | undefined): string => (isRight === undefined ? '' : isRight ? '✓ ' : '✗ ');

export default function PredictIsland({ prompt, answer, program, file }: Props): VNode {
  const ready = useSignal(false);
  const fields = useSignal<Fields>({
    order: prompt.asks === 'order' ? prompt.lines.map((text, id) => ({ id, text })) : [],
    written: [],
    chosen: undefined,
  });
  const judgement = useSignal<Judgement | undefined>(undefined);
  const missing = useSignal<string | undefined>(undefined);
  /** The fields have changed since they were judged. */
  const stale = useSignal(false);
  const place = useRef<HTMLDivElement>(null);
  /** Where it stood in the window when an answer was given. */
  const stood = useRef<number | undefined>(undefined);
  useEffect(() => {
    ready.value = true;
  }, []);
  useLayoutEffect(() => {
    if (place.current !== null && stood.current !== undefined) keepInPlace(place.current, stood.current);
    stood.current = undefined;
  }, [judgement.value]);

  const change = (part: Partial<Fields>): void => {
    fields.value = { ...fields.value, ...part };
    stale.value = true;
    missing.value = undefined;
  };

  const tell = (next: Judgement): void => {
    stood.current = place.current?.getBoundingClientRect().top;
    judgement.value = next;
    missing.value = undefined;
    stale.value = false;
  };

  const give = (): void => {
    const said = readFields(prompt, fields.value);
    if (typeof said === 'string') missing.value = said;
    else tell(judge(decode(answer), said));
  };

  const { order, written, chosen } = fields.value;
  const judged = judgement.value;
  return (
    <div class="prediction">
      {/* What is typed before the page is ready would be lost. */}
      <fieldset class="fields" disabled={!ready.value}>
        {prompt.asks === 'order' && (
          <OrderField
            lines={order}
            onChange={(lines) => {
              change({ order: lines });
            }}
          />
        )}
        {prompt.asks === 'time' && (
          <TimeField
            lines={prompt.lines}
            written={written}
            onChange={(texts) => {
              change({ written: texts });
            }}
          />
        )}
        {prompt.asks === 'next' && (
          <NextField
            prompt={prompt}
            chosen={chosen}
            onChange={(task) => {
              change({ chosen: task });
            }}
          />
        )}
      </fieldset>
      <div class="buttons">
        <Button kind="primary" disabled={!ready.value} onClick={give}>
          {told.answer}
        </Button>
        <Button
          disabled={!ready.value}
          onClick={() => {
            tell(shown(decode(answer), prompt.asks === 'next' ? prompt.tasks.map(({ name }) => name) : []));
          }}
        >
          {told.showMe}
        </Button>
      </div>
      <div class="judgement" ref={place} aria-live="polite" data-right={judged?.isRight}>
        {missing.value !== undefined && <p class="trouble">{missing.value}</p>}
        {judged !== undefined && (
          <>
            <p class="headline">
              <span aria-hidden="true">{mark(judged.isRight)}</span>
              {judged.headline}
              {stale.value && <span class="stale"> · {told.stale}</span>}
            </p>
            <ul>
              {judged.reasons.map((reason, index) => (
                <li key={index}>
                  <Ticked text={reason} />
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      {judged !== undefined && <RunListing program={program} file={file} opensAt={judged} />}
    </div>
  );
}
