/** The compiler's face. */
export type * from './program.ts';
