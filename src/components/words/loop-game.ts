/** Words of "you are the loop". Loaded with the game, not with a page. */
import { count, seconds } from './numbers.ts';

const line = (n: number | undefined): string => (n === undefined ? 'the await where it stands' : `line ${n}`);

export const loopGameWords = {
  question: 'What happens next',
  picture: 'The tasks of the program, as far as you have played',
  loading: 'Loading…',
  notLoaded: (why: string) => `This exercise could not be loaded: ${why}. Reload the page to try again.`,
  restart: 'Start again',
  solved: 'Solved',
  progress: (made: number, all: number) => (made < all ? `Decision ${made + 1} of ${all}` : count(all, 'decision', 'decisions')),
  wrongSoFar: (n: number) => (n === 0 ? 'no wrong pick' : count(n, 'wrong pick', 'wrong picks')),
  hint: (n: number, all: number) => `Hint (${n} of ${all})`,

  happened: 'What has happened',
  queue: 'Ready queue',
  thisIteration: '· this iteration',
  nextIteration: '· next iteration',
  emptyQueue: 'Nobody is ready.',
  quoted: (name: string) => `“${name}”`,
  timers: 'Timers',
  noTimers: 'No timer is set.',
  timerOf: (when: number, of: readonly string[]) => (of.length === 0 ? seconds(when) : `${seconds(when)}: ${of.join(', ')}`),
  clock: (t: number, it: number) => (it === 0 ? `Clock ${seconds(t)}` : `Clock ${seconds(t)} · iteration ${it}`),
  output: 'Printed so far',
  nothingPrinted: 'Nothing yet.',

  rules: {
    title: 'The rules of the loop',
    all: [
      'The ready queue is first in, first out. Who joins it stands at its end. What stands in it is a handle: one step of a task, or a callback.',
      'The loop goes round. A round is an iteration: the loop runs what was ready when the iteration began. What joins the queue meanwhile waits for the next one.',
      'At the beginning of an iteration the loop looks at the clock. If somebody is ready, it goes on at once. If nobody is, it waits, and the clock jumps to the earliest timer.',
      'Then each timer that is due joins the queue, the earliest first, and still belongs to this iteration. When its handle runs, the task that sleeps joins the queue.',
      'A step of a task runs until the task suspends, because it awaits something that is not there yet, or until it ends. Nobody else runs meanwhile. A blocking call suspends nothing: the clock moves on, and the step goes on after it.',
      'A sleep suspends, and sets a timer. A sleep of zero suspends, sets no timer, and joins the queue at once.',
      'When a task ends, who waits for it does not run at once. What tells them so joins the queue. gather waits for all of its tasks; only when the last has ended, the task that awaits gather joins the queue.',
    ],
  },
  asks: {
    run: 'What does the loop do now?',
    clock: 'An iteration begins. What does the clock do?',
    timer: 'Does a timer join the ready queue?',
    ending: (task: string) => `${task} runs. How does this step end?`,
    wakes: (callback: string) => `Next: ${callback}. Who becomes ready by it?`,
  },
  choice: {
    handle: (name: string) => `Run: ${name}`,
    'end-iteration': 'End this iteration',
    stays: (t: number) => `It stays at ${seconds(t)}`,
    jumps: (t: number) => `It jumps to ${seconds(t)}`,
    timer: (when: number, of: readonly string[]) =>
      `The timer for ${seconds(when)}${of.length === 0 ? '' : `, of ${of.join(' and ')}`}`,
    'no-timer': 'None is due',
    ending: {
      timer: 'It suspends, and waits for a timer',
      gather: 'It suspends, and waits for gather',
      task: 'It suspends, and waits for another task',
      thread: 'It suspends, and waits for a thread',
      future: 'It suspends, and waits for a future',
      turn: 'It suspends, and joins the end of the queue at once',
      done: 'The task is done',
    },
    nobody: 'Nobody yet',
  },

  refusal: {
    behind: (said: string, ahead: string) => `${said} is queued behind ${ahead}: the queue is first in, first out.`,
    nextIteration: (said: string) =>
      `${said} joined the queue during this iteration. An iteration runs only what was ready when it began.`,
    notOver: (left: number) =>
      `${count(left, 'handle', 'handles')} that ${left === 1 ? 'was' : 'were'} ready when this iteration began ${left === 1 ? 'has' : 'have'} not run yet.`,
    over: (said: string) =>
      `Everything that was ready when this iteration began has run. ${said} has joined the queue since: its turn is in the next iteration.`,
    somebodyReady: (name: string, t: number) => `${name} is ready: the loop does not wait, and the clock stays at ${seconds(t)}.`,
    nobodyReady: (next: number) => `Nobody is ready, and nothing can happen before the next timer, at ${seconds(next)}.`,
    earlierTimer: (next: number) => `There is a timer before that, at ${seconds(next)}: the clock never jumps over one.`,
    notDue: (when: number, t: number) => `The timer for ${seconds(when)} is not due: the clock stands at ${seconds(t)}.`,
    laterTimer: (first: string) =>
      `It is due, but ${first} comes first: the earlier deadline, and of equal ones the one that was set first.`,
    stillDue: (when: number, t: number) =>
      `The clock stands at ${seconds(t)}, and there is a timer for ${seconds(when)}: it is due.`,
    ended: 'It ends in this step: there is nothing more that it awaits.',
    notEnded: (at: number | undefined) => `Its function is not at its end: it waits at ${line(at)}.`,
    otherWait: (at: number | undefined) => `Look at ${line(at)}: it is something else that is awaited there.`,
    waitsForNothing: (at: number | undefined) =>
      `Look at ${line(at)}: nothing has to happen before the task can go on there. A sleep of zero sets no timer, it only lets the others run.`,
    allDone: 'Somebody does: all that it waited for is done.',
    waits: {
      timer: (said: string, when: number) => `${said} waits for its timer, at ${seconds(when)}.`,
      on: (said: string, what: string) => `${said} waits for ${what}, which is not done.`,
      other: (said: string) => `${said} is not woken by it.`,
    },
  },

  over: (wrong: number) =>
    wrong === 0
      ? 'The program has ended, and you have played its loop without a wrong pick.'
      : `The program has ended. You have played its loop with ${count(wrong, 'wrong pick', 'wrong picks')}.`,
  rest: 'Now run closes the loop. What asyncio does for that is left out here.',
} as const;
