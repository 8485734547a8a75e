/** The decisions of the loop that a reader is asked for: the right one is what the run did, and each wrong one has the fact against it. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loopGameOf, playbackOf, UnfitRun, type Decision, type LoopGame, type Playback } from '../../src/playback/index.ts';
import { generate } from '../fuzz/generate.ts';
import { typescript } from '../fuzz/typescript.ts';
import { watched } from './watched.ts';

const DINNER = readFileSync('exercises/04-tasks/07-play-gather/program.ts', 'utf8');
const THREE = readFileSync('exercises/03-event-loop/10-wait-let-go-block/program.ts', 'utf8');
const PROGRAMS = 60;
const SEED = 800_000;

const played = async (source: string): Promise<Playback> => playbackOf((await watched(source)).record);
const decisionsOf = ({ beats }: LoopGame): Decision[] =>
  beats.flatMap((beat) => (beat.kind === 'decision' ? [beat.decision] : []));

/** A decision in short: what is asked, and what each choice is met with. */
function short({ asks, choices }: Decision): string {
  const answers = choices.map(({ choice, refusal }) => {
    const what = ((): string => {
      switch (choice.pick) {
        case 'handle':
          return choice.queued.callback.replace(/\(F\d+.*/, '');
        case 'clock':
          return String(choice.to);
        case 'timer':
          return `timer ${String(choice.timer.when)}`;
        case 'ending':
          return choice.ending;
        case 'task':
          return `task ${String(choice.lane + 1)}`;
        case 'end-iteration':
        case 'no-timer':
        case 'nobody':
          return choice.pick;
      }
    })();
    return refusal === undefined ? `[${what}]` : `${what}: ${refusal.because}`;
  });
  return `${asks}? ${answers.join(', ')}`;
}

/** What is wrong with a game, whatever its program. */
function faults(playback: Playback, game: LoopGame): string[] {
  const decisions = decisionsOf(game);
  const shown = game.beats.flatMap((beat) => (beat.kind === 'shown' ? [beat.step] : []));
  const found: string[] = [];
  if (game.decisions !== decisions.length) found.push('the count of decisions is wrong');
  if (shown.some((step, index) => step !== index)) found.push('a step is left out, or comes twice');
  for (const decision of decisions) {
    const right = decision.choices.filter(({ refusal }) => refusal === undefined);
    const [only] = right;
    if (right.length !== 1 || only === undefined) {
      found.push(`${String(right.length)} right choices: ${short(decision)}`);
      continue;
    }
    if (decision.choices.length < 2) found.push(`nothing to choose: ${short(decision)}`);
    const { choice } = only;
    const { kind, event } = playback.steps[decision.step] ?? {};
    const fields = playback.record.events[event ?? -1];
    const after = playback.at(decision.step);
    const did = ((): boolean => {
      switch (choice.pick) {
        case 'handle':
          return fields?.['handle'] === choice.queued.handle;
        case 'end-iteration':
          return kind === 'turn' && decision.moment.batch === 0;
        case 'clock':
          return kind === 'turn' && after.t === choice.to;
        case 'timer':
          return !after.timers.some(({ handle }) => handle === choice.timer.handle);
        case 'no-timer':
          return decision.moment.timers.every(({ handle }) => after.timers.some((timer) => timer.handle === handle));
        case 'ending':
          return choice.ending === 'done' ? fields?.ev === 'task.done' : fields?.ev === 'task.suspend';
        case 'task':
        case 'nobody':
          return kind === 'callback';
      }
    })();
    if (!did) found.push(`the run did something else: ${short(decision)}`);
  }
  return found;
}

describe('a game', () => {
  test('of a gather asks who is woken by which child, and when', async () => {
    const game = loopGameOf(await played(DINNER));
    expect(decisionsOf(game).map(short)).toEqual([
      'ending? timer: other-wait, [gather], turn: other-wait, done: not-ended',
      'run? Task-2.step: over, Task-3.step: over, [end-iteration]',
      'run? [Task-2.step], Task-3.step: behind, end-iteration: not-over',
      'ending? [timer], gather: other-wait, turn: other-wait, done: not-ended',
      'clock? 0: nobody-ready, [1], 2: earlier-timer',
      'timer? timer 2: not-due, [timer 1], no-timer: still-due',
      'timer? timer 2: not-due, [no-timer]',
      'run? Task-3.wakeup: over, [end-iteration]',
      'clock? [1], 2: somebody-ready',
      'ending? timer: ended, gather: ended, turn: ended, [done]',
      'run? gather._done_callback(Task-3): over, [end-iteration]',
      'wakes? task 1: waits, task 2: waits, [nobody]',
      'clock? 1: nobody-ready, [2]',
      'timer? [timer 2], no-timer: still-due',
      'run? Task-2.wakeup: over, [end-iteration]',
      'run? gather._done_callback(Task-2): over, [end-iteration]',
      'wakes? [task 1], nobody: all-done',
      'run? Task-1.wakeup: over, [end-iteration]',
      'ending? timer: ended, gather: ended, turn: ended, [done]',
    ]);
  });

  test('asks whether a task that let the others run may run again at once, and where an overdue timer goes', async () => {
    const decisions = decisionsOf(loopGameOf(await played(THREE))).map(short);
    expect(decisions).toContain('run? Task-3.step: next-iteration, [Task-4.step], end-iteration: not-over');
    expect(decisions).toContain('ending? timer: waits-for-nothing, gather: waits-for-nothing, [turn], done: not-ended');
    expect(decisions).toContain('timer? [timer 1], no-timer: still-due');
    expect(decisions).toContain(
      'run? [Task-3.step], _set_result_unless_cancelled: behind, gather._done_callback(Task-4): behind, end-iteration: not-over',
    );
  });

  test('shows the loop as it stands while timers are moved: the clock has jumped, and the moved ones are queued', async () => {
    const decisions = decisionsOf(loopGameOf(await played(DINNER)));
    const [clock, first, second] = decisions.slice(4, 7);
    expect([clock, first, second].map((each) => each?.moment.t)).toEqual([0, 1, 1]);
    expect([clock, first, second].map((each) => each?.moment.timers.length)).toEqual([2, 2, 1]);
    expect([clock, first, second].map((each) => each?.moment.queue.length)).toEqual([0, 0, 1]);
    expect([clock, first, second].map((each) => each?.moment.batch)).toEqual([0, 0, 1]);
    expect([clock, first, second].map((each) => each?.moment.it)).toEqual([3, 3, 3]);
  });

  test('ends with the last step of the program’s own tasks', async () => {
    const playback = await played(DINNER);
    const last = loopGameOf(playback).beats.at(-1);
    const step = playback.steps[last?.kind === 'shown' ? last.step : -1];
    expect([step?.kind, playback.lanes[step?.lane ?? -1]?.coroutine]).toEqual(['done', 'main']);
  });

  test.each(globSync(['src/content/**/*.ts', 'exercises/*/*/{starter,solution,program}.ts']))(
    'of any program of the course has one right choice in each decision, which is what the run did: %s',
    async (file) => {
      const playback = await played(readFileSync(file, 'utf8'));
      expect(faultsOfGame(playback)).toEqual([]);
    },
  );

  test(`of ${PROGRAMS} random programs has, too`, async () => {
    let games = 0;
    for (let seed = SEED; seed < SEED + PROGRAMS; seed += 1) {
      const playback = await played(typescript(generate(seed)));
      expect([seed, faultsOfGame(playback)]).toEqual([seed, []]);
      if (isPlayable(playback)) games += 1;
    }
    expect(games).toBeGreaterThan(PROGRAMS / 4);
  });
});

function isPlayable(playback: Playback): boolean {
  try {
    loopGameOf(playback);
    return true;
  } catch (error) {
    if (error instanceof UnfitRun) return false;
    throw error;
  }
}

/** Faults of the game of a run; none where it cannot be played. */
const faultsOfGame = (playback: Playback): string[] => (isPlayable(playback) ? faults(playback, loopGameOf(playback)) : []);

const MAIN = (body: string): string =>
  `import { createTask, run, sleep, toThread } from 'asyncio';\nasync function main() {\n${body}\n}\n`;

describe('a run that cannot be played is refused, with what to do', () => {
  test.each<[string, string, RegExp]>([
    ['one that raises', `${MAIN('throw new Error("no");')}run(main());\n`, /^it does not run to its end: raised$/],
    ['one with threads', `${MAIN('await toThread(() => 1);')}run(main());\n`, /^it uses threads/],
    ['one with two loops', `${MAIN('await sleep(1);')}run(main());\nrun(main());\n`, /^it runs more than one loop$/],
    ['one with nothing to decide', `${MAIN('')}run(main());\n`, /^its loop has 1 decision to make; a game has 6 to 60$/],
    [
      'one that is very long',
      `${MAIN('for (let n = 0; n < 600; n++) await sleep(0);')}run(main());\n`,
      /^its run has \d+ steps; a game has at most 1000$/,
    ],
    [
      'one with too much to decide',
      `${MAIN('for (let n = 0; n < 40; n++) createTask(sleep(n));\nawait sleep(50);')}run(main());\n`,
      /^its loop has \d+ decisions to make; a game has 6 to 60$/,
    ],
  ])('%s', async (_, source, says) => {
    const playback = await played(source);
    const refusal = ((): unknown => {
      try {
        return loopGameOf(playback);
      } catch (error) {
        return error;
      }
    })();
    if (!(refusal instanceof UnfitRun)) throw new Error('it was not refused');
    expect(refusal.message).toMatch(says);
    expect(refusal.advice).not.toBe('');
  });
});
