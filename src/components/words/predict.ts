/** Words of predictions as the page needs them: the question, the fields, what is told of an answer. The reasons come with the answer (`predict-reasons.ts`). */
import { seconds } from './numbers.ts';

const quoted = (text: string): string => `“${text}”`;

export const predictWords = {
  label: (title: string) => `Prediction: ${title}`,
  kind: 'Predict before it runs',
  question: {
    order: 'In which order are these lines printed?',
    time: 'How many seconds does it take by its own clock?',
    each: 'At which second is each line printed, and how long does it all take?',
    next: 'Which task runs next?',
  },
  answer: 'Answer',
  showMe: 'Show me',
  stale: 'You have changed your answer since.',

  list: 'The printed lines, first at the top',
  how: 'Drag the lines, or move them by their buttons. On a button the arrow keys move the line, too.',
  up: (text: string) => `Move ${quoted(text)} up`,
  down: (text: string) => `Move ${quoted(text)} down`,
  moved: (text: string, place: number, all: number) => `${quoted(text)} is now line ${place} of ${all}.`,
  rightOrder: 'Right: the lines are printed in this order.',
  wrongOrder: (place: number, said: string, printed: string) =>
    `${place === 1 ? '' : place === 2 ? 'The first line is right. ' : `The first ${place - 1} lines are right. `}As line ${place} you put ${quoted(said)}. The run printed ${quoted(printed)} there.`,
  printed: (text: string, because: string) => `${quoted(text)}: ${because}`,
  cameAs: (text: string, place: number, t: number, because: string) =>
    `${quoted(text)} came as line ${place}, at ${seconds(t)}: ${because}`,
  shownOrder: 'The run printed the lines in this order:',

  inAll: 'Seconds in all',
  secondsOf: (place: number, text: string) => `Seconds when line ${place}, ${quoted(text)}, is printed`,
  lines: 'The lines, in the order in which they are printed',
  notANumber: 'Write a number of seconds into each field first.',
  rightTime: (t: number) => `Right: it takes ${seconds(t)}.`,
  wrongTime: (said: number, t: number) => `You said ${seconds(said)}. It took ${seconds(t)}.`,
  wrongLines: (t: number) => `It takes ${seconds(t)}: that is right. The times of the lines are not.`,
  sumOfWaits: (said: number) =>
    `${seconds(said)} is what all waits come to, one after the other. Some of them were at the same time.`,
  wrongLine: (place: number, text: string, said: number, t: number, because: string) =>
    `Line ${place}, ${quoted(text)}: you said ${seconds(said)}, it was printed at ${seconds(t)}: ${because}`,
  shownTime: (t: number) => `It takes ${seconds(t)}.`,
  shownLine: (text: string, t: number, because: string) => `${quoted(text)} at ${seconds(t)}: ${because}`,

  soFar: 'What has happened so far:',
  tasks: 'Tasks that are not done',
  notChosen: 'Choose a task first.',
  rightNext: (task: string) => `Right: ${task} runs next.`,
  wrongNext: (said: string, task: string) => `It is not ${said}. ${task} runs next.`,
  shownNext: (task: string) => `${task} runs next.`,
} as const;
