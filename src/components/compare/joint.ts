/**
 * One position in two runs: a player that goes through the moments at which they meet, and from it the step of each. Signals, no DOM.
 *
 * Keeps true: both steps are those of the present moment, whoever moved: the player, or a reader who drags in one of the two.
 */
import { batch, effect, signal, type Signal } from '@preact/signals';
import { meetingOf, type Meeting, type Playback, type Side, type Step } from '../../playback/index.ts';
import { createPlayer, type Player, type PlayerClock } from '../timeline/player.ts';

export const SIDES = ['yours', 'reference'] as const satisfies readonly Side[];

export interface Joint {
  /** Goes through the moments: its steps are places in the meetings. */
  readonly player: Player;
  /** What happens at each moment, in one run or the other. */
  readonly steps: readonly Step[];
  /** The step of each run. Setting it moves both. */
  readonly at: Readonly<Record<Side, Signal<number>>>;
  /** Ends it for good. */
  readonly dispose: () => void;
}

/** At the first moment. There is at least one. */
export function createJoint(runs: Readonly<Record<Side, Playback>>, meetings: readonly Meeting[], clock: PlayerClock): Joint {
  const steps = meetings.map((meeting, index) => stepAt(runs, meetings[index - 1], meeting));
  const player = createPlayer({ steps, nextOf: () => undefined }, clock);
  const at = { yours: signal(0), reference: signal(0) };
  const present = (): Meeting | undefined => meetings[player.step.peek()];
  const endings = [
    effect(() => {
      const meeting = meetings[player.step.value];
      if (meeting === undefined) return;
      batch(() => {
        for (const side of SIDES) at[side].value = meeting[side];
      });
    }),
    ...SIDES.map((side) =>
      at[side].subscribe((step) => {
        if (step !== present()?.[side]) player.go(meetingOf(meetings, side, step));
      }),
    ),
    player.dispose,
  ];
  return {
    player,
    steps,
    at,
    dispose() {
      for (const end of endings) end();
    },
  };
}

/** The kinds of steps that a reader jumps to, before all others. */
const SOUGHT: readonly Step['kind'][] = ['print', 'turn'];

/** What happens at a meeting: the step of a run that has moved since the one before it. */
function stepAt(runs: Readonly<Record<Side, Playback>>, before: Meeting | undefined, meeting: Meeting): Step {
  const moved = SIDES.filter((side) => before?.[side] !== meeting[side]).flatMap((side) => runs[side].steps[meeting[side]] ?? []);
  const step = SOUGHT.map((kind) => moved.find((each) => each.kind === kind)).find((each) => each !== undefined) ?? moved[0];
  return { ...(step ?? { kind: 'turn', it: 0, event: -1, first: 0, last: -1 }), t: meeting.t };
}
