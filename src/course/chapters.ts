/** The chapters' titles: the one place where they stand. The folder gives a chapter its number and its id. */

const CHAPTERS: Readonly<Record<string, string>> = {
  'why-asynchronous': 'Why asynchronous?',
  coroutines: 'Coroutines',
  'event-loop': 'The event loop',
  tasks: 'Tasks, gather, futures',
  timeouts: 'Timeouts',
  queues: 'Queues',
  'real-program': 'asyncio in a real program',
  cancellation: 'Cancellation',
  'structured-concurrency': 'Structured concurrency',
  'timeouts-in-depth': 'Timeouts in depth',
  synchronization: 'Synchronization',
  iteration: 'Async iteration and context managers',
  'threads-and-processes': 'Threads and processes',
  debugging: 'Debugging',
  streams: 'Streams, backpressure, shutdown',
  testing: 'Testing async code',
  underneath: 'How await works underneath',
  promises: 'asyncio and JavaScript promises',
};

/** A chapter's title. Throws for an id that has none, and says where to write one. */
export function chapterTitle(id: string): string {
  const title = CHAPTERS[id];
  if (title === undefined) {
    throw new Error(
      `the chapter '${id}' has no title; write one in src/course/chapters.ts (it knows: ${Object.keys(CHAPTERS).join(', ')})`,
    );
  }
  return title;
}
