/** What moves a reader through a run: buttons, speed, and a slider to drag. */
import type { VNode } from 'preact';
import { Button } from '../output/Button.tsx';
import { steppingWords } from '../words/stepping.ts';
import { SPEEDS, type Player } from './player.ts';

const say = steppingWords.controls;

export function Transport({ player }: { readonly player: Player }): VNode {
  const step = player.step.value;
  const atStart = step === 0;
  const atEnd = step === player.last;
  const playing = player.playing.value;
  return (
    <div class="transport" role="group" aria-label={say.label}>
      <div class="buttons">
        <Button disabled={atStart} onClick={() => player.go(0)}>
          {say.first}
        </Button>
        <Button
          disabled={atStart}
          onClick={() => {
            player.by(-1);
          }}
        >
          {say.back}
        </Button>
        <Button kind="secondary" disabled={player.last < 1} onClick={playing ? player.pause : player.play}>
          {playing ? say.pause : say.play}
        </Button>
        <Button
          kind="primary"
          disabled={atEnd}
          onClick={() => {
            player.by(1);
          }}
        >
          {say.next}
        </Button>
        <Button disabled={atEnd} onClick={() => player.go(player.last)}>
          {say.last}
        </Button>
      </div>
      <label class="speed" title={say.speedTitle}>
        {say.speed}{' '}
        <select
          value={player.speed.value}
          onChange={(event) => {
            player.setSpeed(Number(event.currentTarget.value));
          }}
        >
          {SPEEDS.map((factor) => (
            <option key={factor} value={factor}>
              {say.factor(factor)}
            </option>
          ))}
        </select>
      </label>
      <input
        type="range"
        aria-label={say.slider}
        aria-valuetext={steppingWords.place(step + 1, player.last + 1)}
        min={1}
        max={player.last + 1}
        step={1}
        value={step + 1}
        onInput={(event) => player.go(event.currentTarget.valueAsNumber - 1)}
      />
    </div>
  );
}
