/** For the task that is chosen in the picture: to its next step and to the one before, for whoever has no keys at hand. */
import type { VNode } from 'preact';
import type { Playback } from '../../playback/index.ts';
import { Button } from '../output/Button.tsx';
import { steppingWords } from '../words/stepping.ts';
import { namesOf } from './names.ts';
import type { Player } from './player.ts';

const say = steppingWords.ofTask;

interface Props {
  readonly playback: Playback;
  readonly player: Player;
  /** The chosen lane. */
  readonly lane: number;
}

export function OfTask({ playback, player, lane }: Props): VNode {
  const name = namesOf(playback).lane(lane);
  const at = player.step.value;
  const to = (back: boolean, text: string): VNode => (
    <Button
      disabled={playback.nextOf(lane, at, back) === undefined}
      onClick={() => {
        player.toLane(lane, back);
      }}
    >
      {text}
    </Button>
  );
  return (
    <div class="of-task buttons" role="group" aria-label={say.label(name)}>
      <span>{name}</span>
      {to(true, say.earlier)}
      {to(false, say.later)}
    </div>
  );
}
