/** The position in a run: how it moves by hand, how it plays, and what ends the playing. */
import { beforeEach, describe, expect, test } from 'vitest';
import { createPlayer, LONGEST_WAIT, SPEEDS, STEP_TIME, type Player } from '../../../src/components/timeline/player.ts';
import type { Playback, Step, StepKind } from '../../../src/playback/index.ts';
import { VirtualTime } from './virtual-time.ts';

/** A run of these steps: kind, virtual seconds, lane. */
function run(...steps: readonly (readonly [StepKind, number, number?])[]): Pick<Playback, 'steps' | 'nextOf'> {
  const all: Step[] = steps.map(([kind, t, lane], event) => ({
    kind,
    t,
    it: 1,
    event,
    first: event,
    last: event,
    ...(lane === undefined ? {} : { lane }),
  }));
  const indexes = all.map((_, index) => index);
  return {
    steps: all,
    nextOf: (lane, step, back = false) =>
      back
        ? indexes.findLast((index) => index < step && all[index]?.lane === lane)
        : indexes.find((index) => index > step && all[index]?.lane === lane),
  };
}

/** Two tasks that begin at once, sleep for a second, and print. */
const SLEEPERS = run(
  ['begin', 0],
  ['turn', 0],
  ['start', 0, 0],
  ['suspend', 0, 0],
  ['start', 0, 1],
  ['suspend', 0, 1],
  ['turn', 1],
  ['resume', 1, 0],
  ['print', 1, 0],
  ['done', 1, 0],
  ['resume', 1, 1],
  ['print', 1, 1],
  ['done', 1, 1],
  ['end', 1],
);

let time: VirtualTime;
let player: Player;

beforeEach(() => {
  time = new VirtualTime();
  player = createPlayer(SLEEPERS, time);
});

describe('By hand', () => {
  test('it begins at the first step, and goes on and back by one', () => {
    expect(player.step.value).toBe(0);
    player.by(1);
    player.by(1);
    expect(player.step.value).toBe(2);
    player.by(-1);
    expect(player.step.value).toBe(1);
  });

  test('it stays within the run, and says where it went', () => {
    player.by(-1);
    expect(player.step.value).toBe(0);
    expect(player.go(900)).toBe(13);
    expect(player.go(-3)).toBe(0);
    expect(player.go(Number.NaN)).toBe(0);
    expect(player.go(4.4)).toBe(4);
  });

  test('a step that is set from outside is moved into the run', () => {
    player.step.value = 900;
    expect(player.step.value).toBe(player.last);
  });

  test('the next step of a task is that of the same task, on and back; where there is none, it stays', () => {
    player.go(3);
    player.toLane(0);
    expect(player.step.value).toBe(7);
    player.toLane(0, true);
    expect(player.step.value).toBe(3);
    player.toLane(5);
    expect(player.step.value).toBe(3);
  });

  test('the next print and the next turn are found, on and back; where there is none, it stays', () => {
    player.toKind('print');
    expect(player.step.value).toBe(8);
    player.toKind('print');
    expect(player.step.value).toBe(11);
    player.toKind('print');
    expect(player.step.value).toBe(11);
    player.toKind('turn', true);
    expect(player.step.value).toBe(6);
    player.toKind('turn', true);
    player.toKind('turn', true);
    expect(player.step.value).toBe(1);
  });

  test('the clock shows the time of the step', () => {
    player.go(6);
    expect(player.clock.value).toBe(1);
    player.by(-1);
    expect(player.clock.value).toBe(0);
  });
});

describe('Playing', () => {
  test('steps of one instant take a short time each, so that they can be seen', () => {
    player.play();
    time.pass(STEP_TIME - 1);
    expect(player.step.value).toBe(0);
    time.pass(1);
    expect(player.step.value).toBe(1);
    time.pass(STEP_TIME * 3);
    expect(player.step.value).toBe(4);
  });

  test('a virtual second takes a real one, and the clock shows what lies between', () => {
    player.go(5);
    player.play();
    time.pass(500);
    expect(player.step.value).toBe(5);
    expect(player.clock.value).toBeCloseTo(0.5, 1);
    time.pass(499);
    expect(player.step.value).toBe(5);
    time.pass(1);
    expect(player.step.value).toBe(6);
    expect(player.clock.value).toBe(1);
  });

  test('at another speed all of it is faster or slower', () => {
    player.go(5);
    player.setSpeed(4);
    player.play();
    time.pass(249);
    expect(player.step.value).toBe(5);
    time.pass(1 + STEP_TIME / 4);
    expect(player.step.value).toBe(7);
  });

  test('a speed that changes in the middle of a wait changes what is left of it', () => {
    player.go(5);
    player.play();
    time.pass(500);
    player.setSpeed(0.25);
    time.pass(1999);
    expect(player.step.value).toBe(5);
    time.pass(1);
    expect(player.step.value).toBe(6);
  });

  test('at the highest speed many steps fit between two looks at the screen', () => {
    const many = Array.from({ length: 10_000 }, () => ['print', 0] as const);
    player = createPlayer(run(...many), time);
    player.setSpeed(Math.max(...SPEEDS));
    player.play();
    time.pass((10_000 * STEP_TIME) / 64 + 100);
    expect(player.step.value).toBe(player.last);
  });

  test('a long wait is made short', () => {
    player = createPlayer(run(['begin', 0], ['turn', 3600], ['end', 3600]), time);
    player.play();
    time.pass(LONGEST_WAIT - 1);
    expect(player.step.value).toBe(0);
    expect(player.clock.value).toBeGreaterThan(3500);
    time.pass(1);
    expect(player.step.value).toBe(1);
  });

  test('it ends with the last step; playing once more begins at the first', () => {
    player.go(12);
    player.play();
    time.pass(STEP_TIME);
    expect(player.step.value).toBe(player.last);
    expect(player.playing.value).toBe(false);
    expect(time.waiting).toBe(0);
    player.play();
    expect(player.step.value).toBe(0);
    expect(player.playing.value).toBe(true);
  });

  test('a reader who moves ends it, by any way of moving', () => {
    const ways: (() => void)[] = [
      () => {
        player.by(1);
      },
      () => {
        player.go(4);
      },
      () => {
        player.toLane(1);
      },
      () => {
        player.toKind('print');
      },
      () => {
        player.step.value = 9;
      },
    ];
    for (const move of ways) {
      player.go(2);
      player.play();
      time.pass(100);
      move();
      const where = player.step.value;
      time.pass(60_000);
      expect(player.playing.value).toBe(false);
      expect(player.step.value).toBe(where);
    }
  });

  test('a pause keeps the step, and the clock shows its time again', () => {
    player.go(5);
    player.play();
    time.pass(700);
    player.pause();
    expect(player.clock.value).toBe(0);
    time.pass(60_000);
    expect(player.step.value).toBe(5);
  });

  test('a page that was asleep does not rush to the end when it wakes', () => {
    player.play();
    time.sleep(60_000);
    expect(player.step.value).toBeLessThan(3);
    expect(player.playing.value).toBe(true);
  });

  test('a run of one step has nothing to play', () => {
    player = createPlayer(run(['end', 0]), time);
    player.play();
    expect(player.playing.value).toBe(false);
  });

  test('nothing is called any more once it is disposed of', () => {
    player.play();
    player.dispose();
    expect(time.waiting).toBe(0);
    expect(player.playing.value).toBe(false);
  });
});
