/** The words of listings in Python that are run, and of the page that holds the programs of the notes. Taken by those alone: a page without them has no use for them. */

/** Bytes in megabytes: 6.4. */
const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);

export const pythonWords = {
  output: 'Output of Python',
  /** Beside the button, before anything is loaded. */
  first: (bytes: number) => `By real CPython 3.14. The first Run loads it: ${megabytes(bytes)} MB.`,
  finding: 'Looking for Python…',
  loading: (loaded: number, total: number) => `Loading Python: ${megabytes(loaded)} of ${megabytes(total)} MB`,
  starting: 'Starting Python…',
  progress: 'Loading Python',
  said: 'What Python says',
  edit: 'Edit',
  reset: 'Reset',
  code: (title: string) => `Python: ${title}`,
  editorFailed: (why: string) => `The editor could not be loaded: ${why}. Press Edit to try again.`,
  aside: {
    reset: 'The listing is back; your code is kept.',
    'other-tab': 'Another tab has saved other code for this listing.',
    brought: 'Other code of yours for this listing is kept beside this.',
  },
  trouble: {
    'set-aside':
      'What was kept of this listing could not be read. It is put aside in this browser’s storage, and the listing is as it was.',
    newer: 'A newer version of this site has kept your code. Reload the page to use it; until then nothing is saved here.',
    full: 'This browser’s storage is full: your code is not saved and will be gone when you close the page.',
    closed: 'This browser gives the page no storage: your code will be gone when you close it.',
  },
} as const;

export const notesWords = {
  title: 'The programs of the notes',
  lead: 'Every program of the five notes, word for word, and where one is wrong, what it should have been. Run gives it to real CPython 3.14, on a clock that waits for nobody; a program that is wrong shows the error that CPython shows.',
  note: (number: string) => `Note ${number}`,
  verbatim: (number: string) => `Program ${number}, as noted`,
  fixed: (number: string) => `Program ${number}, as it should be`,
  errors: (number: string) => `Program ${number}, which Python refuses`,
  link: 'The programs of the notes, run by real CPython',
} as const;
