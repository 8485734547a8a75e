/**
 * The files of a new exercise of the kind `loop`: a small program whose loop can be played, and lines marked TODO(author) that say what to put in its place.
 * With those lines taken away it passes `npm run check` as it is.
 */
import { inYaml } from './yaml.ts';

const DESCRIPTION = (title: string, concept: string): string => `---
# TODO(author): name it in a few words, and the concepts that it trains; a lesson teaches each of them
title: ${inYaml(title)}
kind: loop
concepts: ${inYaml([concept])}
minutes: 6
# TODO(author): write two or three hints, the least telling first; the reader opens them one by one
hints:
  - The ready queue is first in, first out.
  - What joins the queue during an iteration runs in the next one.
# TODO(author): below this line, say what the program does and what the reader is to watch
---

\`main\` gathers two tasks. Each asks a question and waits for the answer.

Be the loop. At each question pick what it does next. A wrong pick tells you why it is wrong, and nothing moves. The exercise is solved when the program has ended. The rules of the loop can be opened below the program.
`;

const PROGRAM = `// TODO(author): a short program that ends, in which more than one task is ready or waiting at the same time
import { gather, run, sleep } from 'asyncio';

async function ask(question: string, seconds: number): Promise<void> {
  await sleep(seconds);
  console.log(question, 'is answered');
}

async function main(): Promise<void> {
  await gather(ask('first', 2), ask('second', 1));
}

run(main());
`;

/** The files by their path in the exercise's folder. `concept`: one that its chapter teaches. */
export function loopFiles(title: string, concept: string): Readonly<Record<string, string>> {
  return { 'exercise.md': DESCRIPTION(title, concept), 'program.ts': PROGRAM };
}
