/**
 * The run in words: one row a step. Of very many rows only those around the position are there; a screen reader is told how many there are, and which
 * these are. On a row's number, the arrow keys up and down lead through the rows.
 */
import { useComputed, useSignal, type Signal } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Playback } from '../../playback/index.ts';
import { seconds } from '../words/numbers.ts';
import { steppingWords } from '../words/stepping.ts';
import { namesOf } from './names.ts';
import type { Player } from './player.ts';
import { sentenceOf } from './sentence.ts';
import { rowsOf, windowOf, type StepFilter } from './step-rows.ts';

const say = steppingWords.table;

/** Rows that are there at a time. */
const ROWS = 9;
/** Tasks that can be chosen from a list; the others are chosen in the picture. */
const MOST_TASKS = 300;

interface Props {
  readonly playback: Playback;
  readonly player: Player;
  /** The chosen lane. Choosing to see its steps chooses it, too. */
  readonly selected: Signal<number | undefined>;
}

export function StepTable({ playback, player, selected }: Props): VNode {
  const filter = useSignal<StepFilter>('all');
  const rows = useComputed(() => rowsOf(playback, filter.value));
  const body = useRef<HTMLTableSectionElement>(null);
  const wantsFocus = useRef(false);
  const step = player.step.value;
  const { at, from, to } = windowOf(rows.value, step, ROWS);

  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    body.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const present = rows.value[at] === step ? at : at + (by < 0 ? 1 : 0);
    const wanted = rows.value[present + by];
    event.preventDefault();
    event.stopPropagation();
    if (wanted === undefined) return;
    wantsFocus.current = true;
    player.go(wanted);
  };

  /** The row whose number Tab leads to. */
  const current = Math.max(at, from);
  return (
    <div class="steps">
      <Filter playback={playback} filter={filter} selected={selected} />
      <table aria-label={say.title} aria-rowcount={rows.value.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{say.step}</th>
            <th scope="col">{say.time}</th>
            <th scope="col">{say.what}</th>
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={onKeyDown}>
          {rows.value.slice(from, to).map((row, index) => (
            <tr key={row} aria-rowindex={from + index + 2} aria-current={row === step ? 'step' : undefined}>
              <td class="number">
                <button
                  type="button"
                  title={say.goTo(row + 1)}
                  tabIndex={from + index === current ? 0 : -1}
                  onClick={() => player.go(row)}
                >
                  {row + 1}
                </button>
              </td>
              <td class="time">{seconds(playback.steps[row]?.t ?? 0)}</td>
              <td>{sentenceOf(playback, row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.value.length === 0 && <p class="quiet">{say.none}</p>}
    </div>
  );
}

function Filter({
  playback,
  filter,
  selected,
}: Pick<Props, 'playback' | 'selected'> & { readonly filter: Signal<StepFilter> }): VNode {
  const names = namesOf(playback);
  const lanes = playback.lanes.flatMap(({ internal }, lane) => (internal ? [] : [lane])).slice(0, MOST_TASKS);
  const chosen = filter.value;
  if (typeof chosen === 'number' && !lanes.includes(chosen)) lanes.push(chosen);
  return (
    <label class="filter">
      {say.filter}{' '}
      <select
        value={String(chosen)}
        onChange={({ currentTarget: { value } }) => {
          const lane = Number(value);
          filter.value = value === 'all' || value === 'prints' ? value : lane;
          if (!Number.isNaN(lane)) selected.value = lane;
        }}
      >
        <option value="all">{say.all}</option>
        <option value="prints">{say.prints}</option>
        <optgroup label={say.tasks}>
          {lanes.map((lane) => (
            <option key={lane} value={lane}>
              {names.lane(lane)}
            </option>
          ))}
        </optgroup>
      </select>
    </label>
  );
}
