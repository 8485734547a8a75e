/**
 * The compiler's face: types only, so that naming them costs nothing. What compiles has entries of its own: `node.ts` in Node, `client.ts` in the page,
 * which talks to the worker `worker.ts`.
 */
export type * from './program.ts';
