/** A playback in words, for tests: steps by what they tell, moments by what a reader sees. */
import type { Cause, Playback, Span } from '../../src/playback/index.ts';

/** 'print Task-2', 'turn', 'start Task-1': what a step is, and whom it is about. */
export function titleOf({ steps, lanes }: Playback, place: number): string {
  const step = steps[place];
  if (step === undefined) return 'nothing';
  return step.lane === undefined ? step.kind : `${step.kind} ${lanes[step.lane]?.name ?? '?'}`;
}

/** The place of the first step of a title, or of the nth. Throws when there is none. */
export function find(playback: Playback, title: string, nth = 1): number {
  const found = playback.steps.map((_, place) => place).filter((place) => titleOf(playback, place) === title)[nth - 1];
  if (found === undefined) throw new Error(`there is no step '${title}' (${nth})`);
  return found;
}

/** Queue, timers, who runs and the line by the end of a step. */
export function seenAt(playback: Playback, place: number): object {
  const { t, queue, batch, timers, running, printed, position } = playback.at(place);
  return {
    t,
    queue: queue.map(({ callback, skipped }) => (skipped === true ? `${callback} (cancelled)` : callback)),
    batch,
    timers: timers.map(({ when, lanes }) => `${when}: ${lanes.map((lane) => playback.lanes[lane]?.name).join(' ')}`),
    running: running.map((lane) => playback.lanes[lane]?.name),
    printed,
    line: position?.line,
  };
}

/** 'waiting on timer 1', 'ready', 'running cancelling': how a task is by the end of a step. */
export function stateOf(playback: Playback, name: string, place: number): string | undefined {
  const lane = playback.lanes.findIndex((each) => each.name === name);
  const span = playback.spanOf(lane, place);
  return span === undefined ? undefined : spanInWords(playback, span);
}

/** The whole life of a task or a thread, in order. */
export function lifeOf(playback: Playback, name: string): readonly string[] {
  const lane = playback.lanes.find((each) => each.name === name);
  return (lane?.spans ?? []).map((span) => spanInWords(playback, span));
}

function spanInWords({ lanes }: Playback, { state, cancelling, waits }: Span): string {
  const words: string[] = [state];
  if (waits?.on === 'timer') words.push(`on timer ${waits.when}`);
  else if (waits?.on === 'task' || waits?.on === 'thread') words.push(`on ${waits.on} ${lanes[waits.lane]?.name ?? '?'}`);
  else if (waits?.on === 'turn') words.push('for its turn');
  else if (waits?.on === 'gather') words.push('on gather');
  else if (waits?.on === 'future') words.push(`on ${waits.kind ?? 'a future'}`);
  if (cancelling) words.push('cancelling');
  return words.join(' ');
}

/** The chain of causes of a step, as a reader would be told. */
export function whyIn(playback: Playback, place: number): readonly string[] {
  const name = (lane: number | undefined): string => (lane === undefined ? 'nobody' : (playback.lanes[lane]?.name ?? '?'));
  const told = (cause: Cause): string => {
    switch (cause.because) {
      case 'program':
        return 'the program';
      case 'timer':
        return `timer ${cause.when}`;
      case 'future':
        return `${cause.future} ${cause.state}${cause.lane === undefined ? '' : ` by ${name(cause.lane)}`}`;
      case 'task':
        return `${name(cause.lane)} ${cause.state}`;
      case 'callback':
        return cause.callback;
      case 'thread':
        return `thread ${name(cause.lane)}`;
      case 'created':
      case 'cancelled':
      case 'yielded':
      case 'called':
        return `${cause.because} by ${name(cause.lane)}`;
    }
  };
  return playback.why(place).map(told);
}
