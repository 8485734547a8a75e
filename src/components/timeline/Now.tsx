/** The present step: the clock, what happens, and why it happens now. Each cause leads to the step it can be seen in. */
import type { VNode } from 'preact';
import type { Playback } from '../../playback/index.ts';
import { seconds } from '../words/numbers.ts';
import { steppingWords as say } from '../words/stepping.ts';
import type { Player } from './player.ts';
import { sentenceOf } from './sentence.ts';
import { linksOf } from './why.ts';

interface Props {
  readonly playback: Playback;
  readonly player: Player;
}

/** A component of its own: it is drawn anew for each tick while a wait is played. */
function Clock({ player }: { readonly player: Player }): VNode {
  const t = player.clock.value;
  return (
    <span class="clock">
      <span class="visually-hidden">{say.clock}: </span>
      {seconds(player.playing.value ? Math.round(t * 100) / 100 : t)}
    </span>
  );
}

export function Now({ playback, player }: Props): VNode {
  const step = player.step.value;
  const present = playback.steps[step];
  const links = linksOf(playback, step);
  const line = present?.position?.line;
  return (
    <div class="now">
      <p class="place">
        <Clock player={player} />
        <span>{present === undefined || present.it === 0 ? say.beforeTurns : say.turn(present.it)}</span>
        <span>{say.place(step + 1, playback.steps.length)}</span>
        {line !== undefined && <span>{say.line(line)}</span>}
      </p>
      <p class="sentence" aria-live={player.playing.value ? 'off' : 'polite'}>
        {sentenceOf(playback, step)}
      </p>
      <p class="why">
        {links.length > 0 && (
          <>
            {say.why}
            {': '}
            {links.map(({ text, step: seen }, index) => (
              <span key={index}>
                {index > 0 && ' → '}
                {seen === undefined || seen === step ? (
                  text
                ) : (
                  <button type="button" class="line-link" title={say.table.goTo(seen + 1)} onClick={() => player.go(seen)}>
                    {text}
                  </button>
                )}
              </span>
            ))}
          </>
        )}
      </p>
    </div>
  );
}
