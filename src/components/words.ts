/**
 * All words of the interface, in one place: a translation is another object of this shape. What is counted or named is a function, so that a language
 * may order it as it likes. Lessons and exercises bring their own words.
 */

import type { FileProblem } from '../course/index.ts';
import { claimsWords } from './words/claims.ts';
import { glossaryWords } from './words/glossary.ts';
import { count, seconds } from './words/numbers.ts';

export { seconds };

export const words = {
  language: 'en',

  site: {
    name: 'Loopwise',
    tagline: 'asyncio, read and done',
    description:
      'A course on asyncio that is read and done: lessons with real output, and exercises that run and are judged in the page.',
    skip: 'Skip to the text',
    home: 'All lessons',
    navigation: 'Site',
    between: 'Lessons before and after',
    before: 'Before',
    after: 'Next',
    theme: { label: 'Colours', auto: 'as the system', light: 'light', dark: 'dark' },
    footer: 'Everything runs in this page. Nothing you write leaves your browser; drafts and progress are kept in it.',
  },

  home: {
    title: 'asyncio, read and done',
    lead: 'Notes on asyncio, each sentence held against what CPython really does. Every listing runs in the page, every exercise tells you what your program did.',
    why: 'Time here is virtual: a program that sleeps for an hour answers at once, and twice the same.',
    first: 'Nine requests in two seconds',
    firstLead:
      'The program that these notes begin with. Press Run: each of the nine requests takes two seconds, and so do all of them.',
    firstListing: 'Nine requests at once',
    outline: 'The lessons',
    reference: 'To look things up',
    progress: (solved: number, all: number) => `${String(solved)} of ${count(all, 'exercise', 'exercises')} solved`,
    untouched: 'Your progress is kept in this browser, and shown here.',
    state: { solved: 'solved', begun: 'begun', untouched: '' },
  },

  progressFile: {
    title: 'Take your progress along',
    lead: 'One file holds your code and what you have solved: to keep it, to take it to another browser, or to hand it in. It is made here, and read here; nothing is sent anywhere.',
    save: 'Save to a file',
    choose: 'Load from a file…',
    saved: (name: string, exercises: number) => `Saved ${count(exercises, 'exercise', 'exercises')} to ${name}.`,
    nothing: 'There is nothing to save yet: no exercise is begun.',
    leftOut: (ids: readonly string[]) =>
      `Not in the file, because this page cannot read them (a newer version of this site kept them; reload the page): ${ids.join(', ')}.`,
    summary: (file: string) => `What ${file} would change`,
    change: {
      new: 'new here: its code and progress are taken over',
      solved: 'becomes solved',
      draft: 'its code is taken over; here is none yet',
      aside: 'your code here stays; the file’s is put aside, one press away in the exercise',
      counts: 'attempts, hints or dates are brought up to date',
      locked: 'left alone: a newer version of this site has kept it; reload the page first',
    },
    unknown: 'this course has no such exercise; it is kept nevertheless',
    same: (n: number) =>
      `${count(n, 'exercise', 'exercises')} in the file ${n === 1 ? 'is' : 'are'} here already, and stay${n === 1 ? 's' : ''} as ${n === 1 ? 'it is' : 'they are'}.`,
    nothingToDo: 'Everything in this file is here already: nothing would change.',
    apply: 'Load it',
    cancel: 'Leave everything as it is',
    cancelled: 'Nothing was changed.',
    applied: (n: number) => `Loaded: ${count(n, 'exercise', 'exercises')} changed. Nothing that was here is lost.`,
    refused: (file: string, why: string) => `${file} was not loaded, and nothing was changed. ${why}`,
    unreadable: 'The file could not be read.',
    problem(problem: FileProblem): string {
      switch (problem.kind) {
        case 'too-large':
          return `It is larger than ${String(problem.limit / 1_000_000)} MB, and no file that this site saves is. Choose a file named like loopwise-progress.json.`;
        case 'not-json':
          return `It is not JSON (${problem.why}). Choose a file that was saved with “Save to a file”, unchanged.`;
        case 'not-ours':
          return 'It is JSON, but no progress of this site: its field "format" should be "loopwise-progress". Choose a file that was saved with “Save to a file”.';
        case 'newer':
          return `A newer version of this site has saved it (version ${String(problem.version)}; this one reads up to ${String(problem.known)}). Take the newest version of this site (in the browser: reload the page) and try again.`;
        case 'field':
          return `In it, ${problem.at} should be ${problem.expected}, and is ${problem.received}. Save the file anew where it came from, or mend that place.`;
      }
    },
    full: 'This browser’s storage has no room for it: nothing was changed. Free some space and try again.',
    closed: 'This browser gives the page no storage: there is nowhere to load it to.',
  },

  lesson: {
    place: (chapter: string, number: string) => `${number} · ${chapter}`,
    minutes: (n: number) => `${String(n)} min`,
    reading: (n: number) => `${String(n)} min to read`,
    exercises: (n: number) => count(n, 'exercise', 'exercises'),
    about: (title: string, course: string) => `${title} · ${course}`,
    fromTheNote: (note: string | undefined) => (note === undefined ? 'From the notes' : `From note ${note}`),
  },

  notFound: {
    title: 'There is no such page',
    text: 'The address may be old or mistyped. Nothing of your progress is lost.',
    up: 'One level up',
  },

  claims: claimsWords,
  glossary: glossaryWords,

  listing: {
    label: (title: string) => `Listing: ${title}`,
    python: 'Python',
    typescript: 'TypeScript',
    printed: 'Python prints',
    same: 'The same lines as Python.',
  },

  compare: {
    title: (one: string, other: string) => `${one} – ${other}`,
    label: (title: string) => `Comparison: ${title}`,
    /** A program within a sentence. */
    named: (title: string) => `“${title}”`,
    runBoth: 'Run both',
  },

  run: {
    run: 'Run',
    stop: 'Stop',
    output: 'Output',
    empty: 'Run shows here what the program prints, and when.',
    running: 'Running…',
    nothing: 'It printed nothing.',
    finished: (t: number) => `Finished after ${seconds(t)} of virtual time.`,
    raised: (t: number) => `Raised after ${seconds(t)}:`,
    deadlock: (t: number) => `Deadlock after ${seconds(t)}: everything waits, and nothing is left that could wake it.`,
    stopped: 'Stopped.',
    overBudget: {
      'wall-clock': (limit: number) =>
        `The program did not end within ${String(limit / 1000)} s of real time: it never gives control back. Look for a loop that has no end, a function that calls itself, or a regular expression that takes for ever.`,
      'wall-clock-in-all': (limit: number) =>
        `The program did not end within ${String(limit / 1000)} s of real time, although it gives control back: its steps are slow, or there are very many.`,
      'loop-steps': (limit: number) =>
        `The program was ended after ${limit.toLocaleString('en')} steps of the event loop. Look for tasks that never come to an end.`,
      turns: (limit: number) =>
        `The program was ended after ${limit.toLocaleString('en')} turns of a loop without a pause: it never gives control back. Look for a loop that has no end.`,
      tasks: (limit: number) =>
        `The program was ended: it had more than ${limit.toLocaleString('en')} tasks at the same time. Look for a loop that makes tasks without an end.`,
      output: (limit: number) =>
        `The program was ended: it printed more than ${limit.toLocaleString('en')} lines. The rest is cut.`,
      memory: () => 'The program was ended: it used up the memory that it may have.',
    },
    seenAt: 'It was last seen in the loop at',
    cut: (lines: number) => `${count(lines, 'line was', 'lines were')} cut.`,
    line: (n: number) => `Line ${String(n)}`,
    lineWithin: (n: number) => `line ${String(n)}`,
    inFunction: (name: string) => `in ${name}`,
    jump: (n: number) => `Go to line ${String(n)}`,
    stale: 'Your code has changed since.',
    doesNotCompile: 'The program does not compile:',
    sandboxFailed: (why: string) => `The program could not be run: ${why}`,
    compilerFailed: (why: string) => `Your code could not be compiled: ${why}`,
  },

  exercise: {
    kinds: { code: 'Exercise', loop: 'You are the loop' },
    solved: 'Solved',
    code: 'Your code',
    leave: 'Tab indents. To leave the editor by keyboard, press Escape, then Tab.',
    check: 'Check',
    reset: 'Reset',
    undoReset: 'Undo reset',
    aside: {
      reset: 'The starter is back; your code is kept.',
      'other-tab': 'Another tab has saved other code for this exercise.',
      brought: 'Other code of yours for this exercise was brought along; it is kept beside this.',
    },
    takeOther: 'Show that code',
    hint: (n: number, all: number) => `Hint (${String(n)} of ${String(all)})`,
    hints: 'Hints',
    solution: 'Solution',
    hideSolution: 'Hide solution',
    solutionLocked: 'The solution is shown once your code passes, or after the last hint.',
    yours: 'Your code',
    theirs: 'Solution',
    yoursBeside: 'What you wrote, for comparison',
    sameAsSolution: 'Your code is the solution, letter by letter.',
    loadingCompiler: (part: number | undefined) =>
      part === undefined ? 'Loading the compiler…' : `Loading the compiler: ${String(Math.round(part * 100))} %`,
    compiling: 'Compiling…',
    runKeys: 'Ctrl or ⌘ with Enter',
    checkKeys: 'Shift with Ctrl or ⌘ and Enter',
    notLoaded: (why: string) => `This exercise could not be loaded: ${why}. Reload the page to try again.`,
  },

  verdict: {
    none: 'Check judges your code by tests.',
    checking: 'Checking…',
    current: (name: string) => `Checking: ${name}`,
    passed: (all: number) => (all === 1 ? 'Passed: the test is met.' : `Passed: all ${String(all)} tests are met.`),
    failed: (failed: number, all: number) =>
      `Not yet: ${String(failed)} of ${count(all, 'test', 'tests')} ${failed === 1 ? 'is' : 'are'} not met.`,
    error: 'Your code could not be judged.',
    stopped: 'Stopped.',
    state: { passed: 'Passed', failed: 'Not met' },
    look: 'Look at it step by step',
    lookTitle: (seed: number | undefined) =>
      `What your program did, beside what the reference does${seed === undefined ? '' : `, with the latencies of seed ${String(seed)}`}`,
    looking: (test: string) => `Two runs of “${test}”`,
    did: 'What your program did:',
    printed: (n: number) => `What it printed (${count(n, 'line', 'lines')})`,
  },

  trouble: {
    'set-aside': (key: string) =>
      `What was kept of this exercise could not be read. Nothing is thrown away: it lies in this browser’s storage under “${key}”, and you begin afresh.`,
    newer:
      'A newer version of this site has kept your work on this exercise. Reload the page to use it; until then nothing is saved here.',
    full: 'This browser’s storage is full: your code is not saved and will be gone when you close the page. Copy it, or free some space.',
    closed: 'This browser gives the page no storage: your code and progress will be gone when you close it.',
  },
} as const;
