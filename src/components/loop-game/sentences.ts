/** What is asked, what can be picked, and why a pick is wrong, in words. Text, never markup: names come from the program. */
import type { Choice, Decision, Playback, Queued, Refusal, Timer, Waits } from '../../playback/index.ts';
import { namesOf } from '../timeline/names.ts';
import { loopGameWords as told } from '../words/loop-game.ts';

/** Who or what a handle in the queue runs. */
export function queuedName(playback: Playback, { lane, callback }: Queued): string {
  return lane === undefined ? namesOf(playback).callback(callback).short : namesOf(playback).lane(lane);
}

/** The same within a sentence: what is no task is quoted. */
function inSentence(playback: Playback, queued: Queued): string {
  const name = queuedName(playback, queued);
  return queued.lane === undefined ? told.quoted(name) : name;
}

/** The tasks that wait for a timer. */
export function timerTasks(playback: Playback, { lanes }: Timer): string[] {
  return lanes.map((lane) => namesOf(playback).lane(lane));
}

export function questionOf(playback: Playback, { asks, moment, step }: Decision): string {
  const names = namesOf(playback);
  switch (asks) {
    case 'run':
    case 'clock':
    case 'timer':
      return told.asks[asks];
    case 'ending':
      return told.asks.ending(names.lane(moment.running.at(-1)));
    case 'wakes': {
      const { event } = playback.steps[step] ?? {};
      const callback = playback.record.events[event ?? -1]?.['callback'];
      return told.asks.wakes(names.callback(typeof callback === 'string' ? callback : '').text);
    }
  }
}

export function labelOf(playback: Playback, { moment }: Decision, choice: Choice): string {
  switch (choice.pick) {
    case 'handle':
      return told.choice.handle(queuedName(playback, choice.queued));
    case 'clock':
      return choice.to > moment.t ? told.choice.jumps(choice.to) : told.choice.stays(choice.to);
    case 'timer':
      return told.choice.timer(choice.timer.when, timerTasks(playback, choice.timer));
    case 'ending':
      return told.choice.ending[choice.ending];
    case 'task':
      return namesOf(playback).lane(choice.lane);
    case 'end-iteration':
    case 'no-timer':
    case 'nobody':
      return told.choice[choice.pick];
  }
}

/** Why a choice is wrong. */
export function refusalOf(playback: Playback, { moment }: Decision, choice: Choice, refusal: Refusal): string {
  const said = choice.pick === 'handle' ? inSentence(playback, choice.queued) : '';
  const say = told.refusal;
  switch (refusal.because) {
    case 'behind':
      return say.behind(said, inSentence(playback, refusal.ahead));
    case 'next-iteration':
      return say.nextIteration(said);
    case 'not-over':
      return say.notOver(refusal.left);
    case 'over':
      return say.over(said);
    case 'somebody-ready':
      return say.somebodyReady(inSentence(playback, refusal.queued), moment.t);
    case 'nobody-ready':
      return say.nobodyReady(refusal.next);
    case 'earlier-timer':
      return say.earlierTimer(refusal.next);
    case 'not-due':
      return say.notDue(refusal.when, refusal.t);
    case 'later-timer':
      return say.laterTimer(told.choice.timer(refusal.first.when, timerTasks(playback, refusal.first)));
    case 'still-due':
      return say.stillDue(refusal.timer.when, moment.t);
    case 'ended':
      return say.ended;
    case 'not-ended':
      return say.notEnded(refusal.line);
    case 'other-wait':
      return say.otherWait(refusal.line);
    case 'waits-for-nothing':
      return say.waitsForNothing(refusal.line);
    case 'all-done':
      return say.allDone;
    case 'waits':
      return waiting(playback, choice.pick === 'task' ? namesOf(playback).lane(choice.lane) : '', refusal.waits);
  }
}

function waiting(playback: Playback, said: string, waits: Waits | undefined): string {
  const names = namesOf(playback);
  const say = told.refusal.waits;
  switch (waits?.on) {
    case 'timer':
      return say.timer(said, waits.when);
    case 'task':
    case 'thread':
      return say.on(said, names.lane(waits.lane));
    case 'gather':
    case 'future':
      return say.on(said, names.future(waits.future));
    case 'turn':
    case undefined:
      return say.other(said);
  }
}
