/** The loop as it stands: clock, ready queue in order, timers, what is printed. */
import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import type { Moment, Playback } from '../../playback/index.ts';
import { OutputLines } from '../output/OutputLines.tsx';
import { loopGameWords as told } from '../words/loop-game.ts';
import { queuedName, timerTasks } from './sentences.ts';

interface Props {
  readonly playback: Playback;
  readonly moment: Moment;
}

export function Standing({ playback, moment }: Props): VNode {
  const { t, it, queue, batch, timers, printed } = moment;
  const id = useId();
  const panel = (name: string, key: string, content: VNode): VNode => (
    <div class={`panel ${key}`} role="group" aria-labelledby={`${id}-${key}`}>
      <p class="region-name" id={`${id}-${key}`}>
        {name}
      </p>
      {content}
    </div>
  );
  return (
    <div class="standing">
      <p class="clock">{told.clock(t, it)}</p>
      {panel(
        told.queue,
        'queue',
        queue.length === 0 ? (
          <p class="quiet">{told.emptyQueue}</p>
        ) : (
          <ol>
            {queue.map((queued, place) => (
              <li key={queued.handle}>
                {queuedName(playback, queued)}
                <span class="quiet"> {place < batch ? told.thisIteration : told.nextIteration}</span>
              </li>
            ))}
          </ol>
        ),
      )}
      {panel(
        told.timers,
        'timers',
        timers.length === 0 ? (
          <p class="quiet">{told.noTimers}</p>
        ) : (
          <ul>
            {timers.map((timer) => (
              <li key={timer.handle}>{told.timerOf(timer.when, timerTasks(playback, timer))}</li>
            ))}
          </ul>
        ),
      )}
      {panel(
        told.output,
        'output-so-far',
        printed === 0 ? (
          <p class="quiet">{told.nothingPrinted}</p>
        ) : (
          <OutputLines lines={playback.record.output.slice(0, printed)} />
        ),
      )}
    </div>
  );
}
