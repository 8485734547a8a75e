/** The keys of a timeline. They work wherever the focus is within it, but for what a control needs itself. */
import type { Playback } from '../../playback/index.ts';
import type { Player } from './player.ts';

/** What the keys act on. */
export interface KeysOn {
  readonly playback: Pick<Playback, 'steps'>;
  readonly player: Player;
  /** The lane whose events Shift with the arrows goes to: the chosen one. */
  readonly chosen: () => number | undefined;
  readonly zoom: (factor: number) => void;
}

/** What one press of `+` does. */
const ZOOM_STEP = 1.5;

/** Does what a key stands for. Returns false for a key that stands for nothing. */
export function pressKey(key: string, shift: boolean, { playback, player, chosen, zoom }: KeysOn): boolean {
  const toLane = (back: boolean): void => {
    const lane = chosen() ?? playback.steps[player.step.peek()]?.lane;
    if (lane === undefined) player.by(back ? -1 : 1);
    else player.toLane(lane, back);
  };
  switch (key) {
    case 'ArrowRight':
    case 'ArrowLeft':
      if (shift) toLane(key === 'ArrowLeft');
      else player.by(key === 'ArrowLeft' ? -1 : 1);
      return true;
    case 'Home':
      player.go(0);
      return true;
    case 'End':
      player.go(player.last);
      return true;
    case ' ':
      if (player.playing.peek()) player.pause();
      else player.play();
      return true;
    case 'n':
    case 'p':
      player.toKind('print', key === 'p');
      return true;
    case 't':
    case 'T':
      player.toKind('turn', shift);
      return true;
    case '+':
    case '=':
      zoom(ZOOM_STEP);
      return true;
    case '-':
    case '−':
      zoom(1 / ZOOM_STEP);
      return true;
    default:
      return false;
  }
}

/** Whether a control needs a key for itself: letters and arrows in a list, the space of a button. */
export function isTaken(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.matches('select, textarea, input:not([type="range"])')) return true;
  return key === ' ' && target.matches('button, summary, [role="treeitem"]');
}
