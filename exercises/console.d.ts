/** The one global that a learner's program has beside the language: five methods that all print a line. */
declare const console: Readonly<Record<'log' | 'info' | 'warn' | 'error' | 'debug', (...values: unknown[]) => void>>;
