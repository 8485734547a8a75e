/** The loop at the present step: who runs, what is ready and in which order, which timers are set, what is printed. */
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Moment, Playback, Queued } from '../../playback/index.ts';
import { seconds } from '../words/numbers.ts';
import { steppingWords } from '../words/stepping.ts';
import { namesOf, type CallbackName } from './names.ts';

interface Props {
  readonly playback: Playback;
  readonly moment: Moment;
}

/** The most of each list that is shown: the queue of a run may have a thousand handles. */
const MOST_QUEUED = 10;
const MOST_TIMERS = 8;
/** As many as are in sight, if each has two lines. */
const MOST_SEEN = 3;
/** Lines that are shown before the last printed one and after it. */
const LINES_BEFORE = 60;
const LINES_AFTER = 20;

/** What a list is, and how long it is where not all of it can be seen at once. */
function ListTitle({ title, all }: { readonly title: string; readonly all: number }): VNode {
  return (
    <p class="region-name" aria-hidden="true">
      {title}
      {all > MOST_SEEN && <span class="quiet"> {steppingWords.queue.all(all)}</span>}
    </p>
  );
}

function More({ all, shown }: { readonly all: number; readonly shown: number }): VNode | null {
  return all > shown ? <p class="quiet">{steppingWords.queue.more(all - shown)}</p> : null;
}

function Running({ playback, moment }: Props): VNode {
  const say = steppingWords.queue;
  const names = namesOf(playback);
  const { running, it, step } = moment;
  const outside = it === 0 || playback.steps[step]?.kind === 'close' || playback.steps[step]?.kind === 'end';
  return (
    <div class="panel running">
      <p class="region-name">{say.running}</p>
      {running.length > 0 ? (
        <strong>{running.map((lane) => names.lane(lane)).join(' → ')}</strong>
      ) : (
        <span class="quiet">{outside ? say.outside : say.nobody}</span>
      )}
    </div>
  );
}

function CallbackText({ callback: { short, isCode } }: { readonly callback: CallbackName }): VNode {
  return isCode ? <code>{short}</code> : <span>{short}</span>;
}

function QueuedItem({ playback, queued, turn }: { playback: Playback; queued: Queued; turn: 'this' | 'next' }): VNode {
  const say = steppingWords.queue;
  const names = namesOf(playback);
  const { lane, callback, skipped } = queued;
  const own = names.callback(callback);
  return (
    <li data-turn={turn} class={skipped === true ? 'skipped' : undefined}>
      {lane === undefined ? (
        <CallbackText callback={own} />
      ) : (
        <>
          <strong>{names.lane(lane)}</strong> <span class="quiet">{callback.endsWith('.step') ? say.starts : say.resumes}</span>
        </>
      )}
      {skipped === true && <span class="quiet"> ({say.skipped})</span>}
    </li>
  );
}

function Queue({ playback, moment }: Props): VNode {
  const say = steppingWords.queue;
  const { queue, batch } = moment;
  const part = (from: number, to: number, turn: 'this' | 'next'): VNode[] =>
    queue
      .slice(from, Math.min(to, MOST_QUEUED))
      .map((queued) => <QueuedItem key={queued.handle} playback={playback} queued={queued} turn={turn} />);
  return (
    <div class="panel queue">
      <ListTitle title={say.title} all={queue.length} />
      <ol aria-label={say.title}>
        {part(0, batch, 'this')}
        {batch > 0 && queue.length > batch && batch < MOST_QUEUED && (
          <li class="turn" role="presentation">
            {say.nextTurn}
          </li>
        )}
        {part(batch, queue.length, 'next')}
      </ol>
      {queue.length === 0 && <p class="quiet">{say.empty}</p>}
      <More all={queue.length} shown={MOST_QUEUED} />
    </div>
  );
}

function Timers({ playback, moment }: Props): VNode {
  const say = steppingWords.timers;
  const names = namesOf(playback);
  const { timers } = moment;
  return (
    <div class="panel timers">
      <ListTitle title={say.title} all={timers.length} />
      <ol aria-label={say.title}>
        {timers.slice(0, MOST_TIMERS).map(({ handle, when, lanes, callback }) => {
          return (
            <li key={handle}>
              <span class="time">{seconds(when)}</span>{' '}
              {lanes.length > 0 ? (
                <span>
                  <span class="visually-hidden">{say.wakes} </span>
                  <strong>{lanes.map((lane) => names.lane(lane)).join(', ')}</strong>
                </span>
              ) : (
                <CallbackText callback={names.callback(callback)} />
              )}
            </li>
          );
        })}
      </ol>
      {timers.length === 0 && <p class="quiet">{say.none}</p>}
      <More all={timers.length} shown={MOST_TIMERS} />
    </div>
  );
}

function Printed({ playback, moment }: Props): VNode {
  const say = steppingWords.output;
  const { output } = playback.record;
  const { printed } = moment;
  const from = Math.max(0, printed - LINES_BEFORE);
  const box = useRef<HTMLOListElement>(null);
  // The last printed line stays in sight, by moving the box and nothing around it.
  useEffect(() => {
    const { current } = box;
    const line = current?.children[printed - 1 - from];
    if (current === null || !(line instanceof HTMLElement)) return;
    current.scrollTop = Math.max(0, line.offsetTop + line.offsetHeight - current.clientHeight);
  }, [printed, from]);
  return (
    <section class="panel printed-so-far" aria-label={say.title}>
      <p class="region-name" aria-hidden="true">
        {say.title}
      </p>
      {printed === 0 && <p class="quiet">{say.nothing}</p>}
      {from > 0 && <p class="quiet">{say.earlier(from)}</p>}
      <ol ref={box} class="lines">
        {output.slice(from, printed + LINES_AFTER).map(({ text, t }, index) => {
          const later = from + index >= printed;
          return (
            <li key={from + index} class={later ? 'later' : undefined} aria-hidden={later}>
              <span class="time">{seconds(t)}</span> <span class="text">{text}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

export function Panels(props: Props): VNode {
  return (
    <div class="panels">
      <Running {...props} />
      <Queue {...props} />
      <Timers {...props} />
      <Printed {...props} />
    </div>
  );
}
